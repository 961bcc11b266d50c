// Bundles the fuzzers as the program is bundled and runs them: npm run fuzz -- --minutes 10 [--seed N] [--only rules,server]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeRegistry } from '../../scripts/registry.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const outfile = path.join(root, 'artifacts', `fuzz-${process.pid}.cjs`);
writeRegistry();
await build({
  entryPoints: [path.join(root, 'test/fuzz/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
