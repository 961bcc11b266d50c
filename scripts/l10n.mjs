// Writes l10n/bundle.l10n.json, the client's texts for translators: what stands in calls of vscode.l10n.t.
// Runs with every build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'l10n', 'bundle.l10n.json');
const call = /l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g;

function bundle() {
  const sources = readdirSync(path.join(root, 'client')).filter((name) => name.endsWith('.ts'));
  const texts = sources.flatMap((name) => {
    const source = readFileSync(path.join(root, 'client', name), 'utf8');
    return [...source.matchAll(call)].map(([, text]) => text.replaceAll(/\\(.)/g, '$1'));
  });
  const entries = [...new Set(texts)].sort().map((text) => [text, text]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

export function writeTexts() {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, bundle());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTexts();
