// Makes the .vsix: minified bundles and what .vscodeignore lets in, nothing else.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from './build.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const limit = 2_000_000;
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

export async function pack(packagePath = path.join(root, 'seaworthy.vsix')) {
  await build({ isMinified: true });
  // Market places take odd minor versions for pre-releases.
  const preRelease = Number(version.split('.')[1]) % 2 === 1;
  await createVSIX({ cwd: root, dependencies: false, preRelease, packagePath });
  const { size } = statSync(packagePath);
  if (size > limit) throw new Error(`${packagePath} has ${size} bytes, more than ${limit}`);
  console.log(`package: ${packagePath}, ${Math.ceil(size / 1000)} kB`);
  return packagePath;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pack();
