// Tests the packed extension in a real VS Code: a mocha suite inside the extension host, then a browser that
// drives the workbench as a person would. Writes artifacts/results/editor.json, and screenshots to artifacts/editor/.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pack } from '../../scripts/package.mjs';
import { bundleSuite } from './bundle.mjs';
import { launchBrowser } from './host/browser.mjs';
import { root } from './host/paths.mjs';
import {
  installExtension,
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

/** Three windows of the editor, each with settings and a copy of the workspace for itself. */
const stories = [
  { name: 'workbench', story: mainStory },
  {
    name: 'restricted',
    story: restrictedStory,
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  },
  {
    name: 'web',
    story: webStory,
    settings: { 'remote.extensionKind': { 'seaworthy.seaworthy': ['ui'] } },
    // What is left can run in the browser only.
    removed: ['dist/client.js', 'dist/language-server.js'],
  },
];

function storyResults({ name, story, settings, removed = [] }, { url }, browser, home) {
  writeSettings(home, settings);
  for (const file of removed) rmSync(path.join(installedExtension(home), file));
  return tell({ name, story, url, browser, folder: copyWorkspace(home, name), artifacts });
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
  installExtension(home, vsix);
  const server = await startServer(home, { SEAWORTHY_SUITE_REPORT: report });
  const timer = setTimeout(() => {
    server.stop();
    console.error(`editor: not done after ${minutes} minutes`);
    process.exit(1);
  }, minutes * 60_000);
  const browser = await launchBrowser();
  try {
    const results = await collect('suite', () => suiteResults(server, browser, home));
    for (const part of stories)
      results.push(...(await collect(part.name, () => storyResults(part, server, browser, home))));
    const { passed, failed } = summarise(results);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    clearTimeout(timer);
    await browser.close();
    server.stop();
  }
}

await main();
