// Bundles the benchmark as the program is bundled and runs it: npm run bench [-- --json]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeRegistry } from '../../scripts/registry.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const outfile = path.join(root, 'artifacts', 'bench.cjs');
writeRegistry();
await build({
  entryPoints: [path.join(root, 'test/bench/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'error',
});
process.exit(
  spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1,
);
