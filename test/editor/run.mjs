// Tests the packed extension in a real VS Code: a mocha suite inside the extension host, then a browser that
// drives the workbench as a person would. Writes artifacts/results/editor.json, and screenshots to artifacts/editor/.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pack } from '../../scripts/package.mjs';
import { bundleSuite } from './bundle.mjs';
import { launchBrowser } from './host/browser.mjs';
import { root } from './host/paths.mjs';
import { serveFolder } from './host/serve.mjs';
import {
  changeExtensions,
  installedExtension,
  makeHome,
  startServer,
  writeSettings,
} from './host/server.mjs';
import { setUp } from './host/setup.mjs';
import { runSuite } from './host/suite.mjs';
import { tell } from './workbench/drive.mjs';
import { mainStory, restrictedStory, webStory } from './workbench/stories.mjs';

const resultsFile = path.join(root, 'artifacts', 'results', 'editor.json');
const artifacts = path.join(root, 'artifacts', 'editor');
const report = path.join(artifacts, 'suite.json');
const minutes = 4;

function copyWorkspace(home, name) {
  const folder = path.join(home, name);
  cpSync(path.join(root, 'test/editor/workspace'), folder, { recursive: true });
  return folder;
}

async function suiteResults(server, browser, home) {
  const extension = installedExtension(home);
  const folder = copyWorkspace(home, 'suite');
  const code = await runSuite(server, browser, { folder, extension, tests: await bundleSuite() });
  const results = JSON.parse(readFileSync(report, 'utf8'));
  if (code !== 0 && !results.some(({ state }) => state === 'failed')) {
    results.push({ title: 'suite', state: 'failed', error: `The extension host ended with ${code}` });
  }
  return results;
}

/** A window of the editor, with settings and a copy of the workspace for itself. */
async function storyResults({ name, story, settings, isWeb }, { url }, browser, home) {
  writeSettings(home, settings);
  const folder = copyWorkspace(home, name);
  const extension = isWeb ? await serveWebExtension(home) : undefined;
  try {
    return await tell({ name, story, url, webExtension: extension?.url, browser, folder, artifacts });
  } finally {
    extension?.stop();
  }
}

const stories = [
  { name: 'workbench', story: mainStory },
  {
    name: 'restricted',
    story: restrictedStory,
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  },
  // The last: it takes the extension away from the server.
  { name: 'web', story: webStory, isWeb: true },
];

const wanted = process.argv.slice(2);

/** All, or those that the command line names: suite, workbench, restricted, web. */
const parts = [
  { name: 'suite', run: suiteResults },
  ...stories.map((part) => ({ name: part.name, run: (...window) => storyResults(part, ...window) })),
].filter(({ name }) => wanted.length === 0 || wanted.includes(name));

/** The extension as a browser gets it. It is no longer on the server, which would go first. */
function serveWebExtension(home) {
  const folder = path.join(home, 'web-extension');
  cpSync(installedExtension(home), folder, { recursive: true });
  changeExtensions(home, '--uninstall-extension', 'seaworthy.seaworthy');
  return serveFolder(folder);
}

async function collect(part, work) {
  try {
    return await work();
  } catch (error) {
    return [{ title: part, state: 'failed', error: String(error?.stack ?? error) }];
  }
}

function summarise(results) {
  const count = (state) => results.filter((result) => result.state === state).length;
  const summary = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  mkdirSync(path.dirname(resultsFile), { recursive: true });
  writeFileSync(resultsFile, JSON.stringify({ ...summary, results }, null, 2));
  for (const { title, state, error } of results) {
    if (state === 'failed') console.error(`FAILED ${title}\n${error}`);
  }
  console.log(`editor: ${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped`);
  return summary;
}

async function main() {
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  setUp();
  const vsix = await pack();
  const home = makeHome();
  changeExtensions(home, '--install-extension', vsix);
  const server = await startServer(home, { SEAWORTHY_SUITE_REPORT: report });
  const timer = setTimeout(() => {
    server.stop();
    console.error(`editor: not done after ${minutes} minutes`);
    process.exit(1);
  }, minutes * 60_000);
  const browser = await launchBrowser();
  try {
    const results = [];
    for (const { name, run } of parts)
      results.push(...(await collect(name, () => run(server, browser, home))));
    const { passed, failed } = summarise(results);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    clearTimeout(timer);
    await browser.close();
    server.stop();
  }
}

await main();
