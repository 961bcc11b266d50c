// Bundles the client, the language server and the command line into dist/. Options: --minify, --watch.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { writeRegistry } from './registry.mjs';
import { sharedRules, shareRules } from './shared-rules.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Of the two forms of the library the one in modules: its functions are called directly, and what is unused is left out. */
export const libraries = { yaml: path.join(root, 'node_modules/yaml/browser/dist/index.js') };

const node = { platform: 'node', format: 'cjs', target: 'node20' };
const browser = { platform: 'browser', target: 'es2022' };
const extension = { external: ['vscode'] };
const program = { banner: { js: '#!/usr/bin/env node' }, plugins: [shareRules] };

const bundles = [
  { entry: 'client/extension.ts', out: 'client', ...node, ...extension },
  { entry: 'client/extension.browser.ts', out: 'client.browser', ...browser, format: 'cjs', ...extension },
  { entry: sharedRules.name, out: 'rules', ...node, plugins: [sharedRules] },
  { entry: 'server/node.ts', out: 'language-server', ...node, ...program },
  { entry: 'server/browser.ts', out: 'language-server.browser', ...browser, format: 'iife' },
  { entry: 'server/cli/main.ts', out: 'cli', ...node, ...program },
];

function optionsOf({ entry, out, ...options }, isMinified) {
  return {
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `dist/${out}.js`,
    bundle: true,
    alias: libraries,
    minify: isMinified,
    sourcemap: !isMinified,
    legalComments: 'none',
    logLevel: 'warning',
  };
}

/** The schema of .seaworthy.yaml is made from the rules, so it is made by running them. */
async function writeSchema() {
  const outfile = path.join(root, '.tsbuild', 'schema.cjs');
  const entryPoints = ['server/configuration/schema.ts'];
  await esbuild.build({ absWorkingDir: root, entryPoints, outfile, bundle: true, ...node });
  const { default: schema } = await import(pathToFileURL(outfile).href);
  const text = JSON.stringify(schema.configurationSchema(), null, 2);
  writeFileSync(path.join(root, 'dist', 'seaworthy.schema.json'), text);
}

export async function build({ isMinified = false } = {}) {
  writeRegistry();
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  await Promise.all(bundles.map((bundle) => esbuild.build(optionsOf(bundle, isMinified))));
  await writeSchema();
}

/** One bundle as it is delivered, but in a file of the caller's choice: tests that run side by side each make their own. */
export async function buildOne(out, outfile, { isMinified = false } = {}) {
  const bundle = bundles.find((one) => one.out === out);
  if (bundle.plugins?.includes(shareRules))
    await buildOne('rules', path.join(path.dirname(outfile), 'rules.js'), { isMinified });
  const { metafile } = await esbuild.build({ ...optionsOf(bundle, isMinified), outfile, metafile: true });
  return Object.keys(metafile.inputs);
}

async function watch() {
  writeRegistry();
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...optionsOf(bundle, false), logLevel: 'info' });
    await context.watch();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--watch')) await watch();
  else await build({ isMinified: process.argv.includes('--minify') });
}
