// Writes docs/rules/: a page for each rule, from the rule and its fixture, and a list of them all.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { writeRegistry } from './registry.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'docs', 'rules');

/** The rules are TypeScript: they are bundled, then run. */
async function load() {
  writeRegistry();
  const outfile = path.join(root, '.tsbuild', 'rule-pages.cjs');
  const contents = "export { rulePages } from './test/cli/rule-pages';";
  await esbuild.build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  const { default: module } = await import(pathToFileURL(outfile).href);
  return module.rulePages(root);
}

const pages = await load();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(path.join(folder, name));
for (const [name, text] of pages) writeFileSync(path.join(folder, name), text);
console.log(`docs: ${pages.size} pages in docs/rules`);
