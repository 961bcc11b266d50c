// Starts the VS Code of setup.mjs as a process group of its own, and ends it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { codeServer, node } from './paths.mjs';

const settings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'editor.minimap.enabled': false,
  'git.enabled': false,
};

const entry = path.join(codeServer, 'out', 'node', 'entry.js');

/** A folder with a short path, since the paths of Unix sockets have at most 107 bytes. */
export function makeHome() {
  const home = mkdtempSync('/tmp/sw-');
  for (const folder of ['data/User', 'extensions', 'tmp', 'run']) {
    mkdirSync(path.join(home, folder), { recursive: true });
  }
  writeFileSync(path.join(home, 'config.yaml'), '');
  writeSettings(home);
  return home;
}

export function writeSettings(home, more = {}) {
  const text = JSON.stringify({ ...settings, ...more });
  writeFileSync(path.join(home, 'data/User/settings.json'), text);
}

export function installedExtension(home) {
  const folder = path.join(home, 'extensions');
  return path.join(
    folder,
    readdirSync(folder).find((name) => name.startsWith('seaworthy')),
  );
}

function launchOptions(home, environment = {}) {
  const args = [
    entry,
    ...['--config', path.join(home, 'config.yaml')],
    ...['--user-data-dir', path.join(home, 'data')],
    ...['--extensions-dir', path.join(home, 'extensions')],
  ];
  const env = {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    HOME: home,
    TMPDIR: path.join(home, 'tmp'),
    XDG_RUNTIME_DIR: path.join(home, 'run'),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
    ...environment,
  };
  return { args, env };
}

/** Installs or uninstalls. */
export function changeExtensions(home, ...change) {
  const { args, env } = launchOptions(home);
  const options = { env, encoding: 'utf8', timeout: 60_000 };
  const { status, stdout, stderr } = spawnSync(node, [...args, ...change], options);
  if (status !== 0) throw new Error(`${change.join(' ')} failed:\n${stdout}${stderr}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function waitUntilUp(url, child) {
  const end = Date.now() + 30_000;
  while (Date.now() < end && child.exitCode === null) {
    const response = await fetch(`${url}/healthz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The VS Code server did not start');
}

export async function startServer(home, environment) {
  const port = await freePort();
  const { args, env } = launchOptions(home, environment);
  const flags = [
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--disable-proxy',
    ...['--vscode-option', 'enable-smoke-test-driver'],
  ];
  const child = spawn(node, [...args, ...flags], { env, cwd: home, detached: true, stdio: 'ignore' });
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntilUp(url, child);
  } catch (error) {
    stop();
    throw error;
  }
  return { authority: `127.0.0.1:${port}`, url, stop };
}
