// Bundles the programs as they are delivered, and the benchmark, and runs it:
//   npm run bench [-- --only lint,start,audit,growth] [--rounds 11] [--files 1,100,10000] [--json FILE] [--compare FILE]
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildOne, libraries } from '../../scripts/build.mjs';
import { writeRegistry } from '../../scripts/registry.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = path.join(root, 'artifacts', 'bench');
const dist = path.join(folder, 'dist');

writeRegistry();
mkdirSync(dist, { recursive: true });
copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
for (const program of ['cli', 'language-server'])
  await buildOne(program, path.join(dist, `${program}.js`), { isMinified: true });
const bundle = async (entry) => {
  const outfile = path.join(folder, `${entry}.cjs`);
  await build({
    entryPoints: [path.join(root, 'test/bench', `${entry}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: libraries,
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
};
const args = [
  // Else V8 takes what it keeps of one side for a sign of how long things of the other will live, and the order decides.
  '--no-allocation-site-pretenuring',
  await bundle('main'),
  '--dist',
  dist,
  '--parse',
  await bundle('parse'),
  ...process.argv.slice(2),
];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
