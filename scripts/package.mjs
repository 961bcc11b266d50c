// Makes the .vsix: minified bundles and what .vscodeignore lets in, nothing else.
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from './build.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const limit = 2_000_000;

export async function pack(packagePath = path.join(root, 'seaworthy.vsix')) {
  await build({ isMinified: true });
  await createVSIX({ cwd: root, dependencies: false, packagePath });
  const { size } = statSync(packagePath);
  if (size > limit) throw new Error(`${packagePath} has ${size} bytes, more than ${limit}`);
  console.log(`package: ${packagePath}, ${Math.ceil(size / 1000)} kB`);
  return packagePath;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pack();
