// Runs the grammar tests: Seaworthy's injections into the grammars that VS Code itself has.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const grammars = path.dirname(require.resolve('tm-grammars/grammars/docker.json'));
const runner = require.resolve('vscode-tmgrammar-test/dist/unit.js');

const base = ['docker', 'yaml', 'shellscript'].flatMap((name) => ['-g', path.join(grammars, `${name}.json`)]);
const { status } = spawnSync(process.execPath, [runner, ...base, 'test/grammar/*.test.*'], {
  cwd: root,
  stdio: 'inherit',
  timeout: 60_000,
});
process.exit(status ?? 1);
