import path from 'node:path';
import esbuild from 'esbuild';
import { root } from './host/paths.mjs';

/** Bundles the mocha suite; gives the module that a test host is to load. */
export async function bundleSuite() {
  const outfile = path.join(root, '.tsbuild', 'editor', 'index.js');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/editor/suite/index.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
