// Tests the packed extension in a real VS Code: a mocha suite inside the extension host, then a browser that
// drives the workbench as a person would. Writes artifacts/results/editor.json, and screenshots to artifacts/editor/.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pack } from '../../scripts/package.mjs';
import { bundleSuite } from './bundle.mjs';
import { launchBrowser } from './host/browser.mjs';
import { root } from './host/paths.mjs';
import { installExtension, makeHome, startServer } from './host/server.mjs';
import { setUp } from './host/setup.mjs';
import { runSuite } from './host/suite.mjs';
import { driveWorkbench } from './workbench/drive.mjs';

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
  const [installed] = readdirSync(path.join(home, 'extensions')).filter((name) =>
    name.startsWith('seaworthy'),
  );
  const extension = path.join(home, 'extensions', installed);
  const folder = copyWorkspace(home, 'suite');
  const code = await runSuite(server, browser, { folder, extension, tests: await bundleSuite() });
  const results = JSON.parse(readFileSync(report, 'utf8'));
  if (code !== 0 && !results.some(({ state }) => state === 'failed')) {
    results.push({ title: 'suite', state: 'failed', error: `The extension host ended with ${code}` });
  }
  return results;
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
    const suite = await collect('suite', () => suiteResults(server, browser, home));
    const folder = copyWorkspace(home, 'shop');
    const workbench = await collect('workbench', () => driveWorkbench(server, browser, folder, artifacts));
    const { passed, failed } = summarise([...suite, ...workbench]);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    clearTimeout(timer);
    await browser.close();
    server.stop();
  }
}

await main();
