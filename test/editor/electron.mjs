// The same mocha suite in the VS Code that @vscode/test-electron downloads.
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from '../../scripts/build.mjs';
import { bundleSuite } from './bundle.mjs';
import { root } from './host/paths.mjs';

await build();
const folder = mkdtempSync(path.join(tmpdir(), 'sw-'));
cpSync(path.join(root, 'test/editor/workspace'), folder, { recursive: true });
const artifacts = path.join(root, 'artifacts', 'electron');
mkdirSync(artifacts, { recursive: true });

process.exitCode = await runTests({
  extensionDevelopmentPath: root,
  extensionTestsPath: await bundleSuite(),
  extensionTestsEnv: { SEAWORTHY_SUITE_REPORT: path.join(artifacts, 'suite.json') },
  launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
});
