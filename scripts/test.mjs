// Runs every check of the project one after another and sums up their tests on the last line.
// `npm test -- --fast` leaves out the editor, which needs a browser and some minutes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const results = path.join(root, 'artifacts', 'results');
const isFast = process.argv.includes('--fast');

/** A check; where it has tests of its own, the file that it writes its counts to. */
const checks = [
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'format and lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'unit, fixtures, server and command line',
    command: [
      'npx',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${path.join(results, 'vitest.json')}`,
    ],
    counts: () => {
      const { numPassedTests, numFailedTests, numPendingTests } = readJson('vitest.json');
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    },
  },
  { name: 'grammar', command: ['npm', 'run', '--silent', 'test:grammar'] },
  {
    name: 'editor',
    command: ['npm', 'run', '--silent', 'test:editor'],
    counts: () => readJson('editor.json'),
    isSlow: true,
  },
];

const readJson = (name) => JSON.parse(readFileSync(path.join(results, name), 'utf8'));

function run({ name, command, counts }) {
  console.log(`\n== ${name}`);
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  const isRight = status === 0;
  // A check without a count of its own is one test: it passed or it failed.
  const own = counts && existsSync(results) ? tryCounts(counts) : undefined;
  const summary = own ?? { passed: isRight ? 1 : 0, failed: isRight ? 0 : 1, skipped: 0 };
  // A run that ends badly without a failed test has failed all the same.
  return !isRight && summary.failed === 0 ? { ...summary, failed: 1 } : summary;
}

function tryCounts(counts) {
  try {
    const { passed, failed, skipped = 0 } = counts();
    return { passed, failed, skipped };
  } catch (error) {
    console.error(`No result was written: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const check of checks.filter(({ isSlow }) => !(isFast && isSlow))) {
  const { passed, failed, skipped } = run(check);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
