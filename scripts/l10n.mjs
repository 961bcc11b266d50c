// Writes l10n/bundle.l10n.json: all texts for people, to be translated: those of the client (vscode.l10n.t), those of the
// server, the command line and the rules (t`…`, say`…`), and what rules say of themselves. Part of `npm run docs`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import { full, fullAncestor } from 'acorn-walk';
import esbuild from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'l10n', 'bundle.l10n.json');

const sources = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => path.join(root, folder, file))
    .filter((file) => file.endsWith('.ts'));

/** The text of a tagged template as `say` makes it: {0} for the first value. */
const templateOf = ({ quasis }) =>
  quasis.map(({ value }) => value.cooked).reduce((text, part, index) => `${text}{${index - 1}}${part}`);

function textOf(node) {
  if (node.type === 'TaggedTemplateExpression' && ['say', 't'].includes(node.tag.name))
    return templateOf(node.quasi);
  const isCall = node.type === 'CallExpression' && node.callee.property?.name === 't';
  return isCall && node.callee.object.property?.name === 'l10n' ? node.arguments[0].value : undefined;
}

/** The texts that stand in a piece of TypeScript. */
export function textsIn(source) {
  const { code } = esbuild.transformSync(source, { loader: 'ts', target: 'esnext' });
  const texts = [];
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    const text = textOf(node);
    if (text !== undefined) texts.push(text);
  });
  return texts;
}

/** The texts of several words that stand in a piece of TypeScript without being marked for translation. */
export function unmarkedTextsIn(source) {
  const { code } = esbuild.transformSync(source, { loader: 'ts', target: 'esnext' });
  const texts = [];
  fullAncestor(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node, _, ancestors) => {
    const text = node.type === 'Literal' ? node.value : node.type === 'TemplateLiteral' && templateOf(node);
    if (typeof text !== 'string' || !/\p{L}{2,} \p{L}{2,}/u.test(text)) return;
    if (!ancestors.some((above) => textOf(above) !== undefined || isForDevelopers(above))) texts.push(text);
  });
  return texts;
}

/** The log, and errors that only a mistake of ours brings about. */
const isForDevelopers = ({ type, callee }) =>
  (type === 'NewExpression' && callee.name === 'Error') ||
  (type === 'CallExpression' && /^(?:info|warn|error)$/.test(callee.property?.name ?? ''));

/** What rules say of themselves is known by running them. */
async function textsOfRules() {
  const outfile = path.join(root, '.tsbuild', 'rules.cjs');
  const entryPoints = ['rules/index.ts'];
  await esbuild.build({ absWorkingDir: root, entryPoints, outfile, bundle: true, platform: 'node' });
  const { default: library } = await import(pathToFileURL(outfile).href);
  const about = library.rules.flatMap(({ title, why, remedy, options = {} }) => [
    title,
    why,
    remedy,
    ...Object.values(options).map((option) => option.about),
  ]);
  return [...about, ...Object.values(library.topics)];
}

export async function bundle() {
  const files = ['client', 'server', 'rules'].flatMap(sources);
  const texts = files.flatMap((file) => textsIn(readFileSync(file, 'utf8')));
  const entries = [...new Set([...texts, ...(await textsOfRules())])].sort().map((text) => [text, text]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await bundle();
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`l10n: ${Object.keys(JSON.parse(text)).length} texts in l10n/bundle.l10n.json`);
}
