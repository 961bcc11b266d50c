import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundle, textsIn, unmarkedTextsIn } from '../scripts/l10n.mjs';
import { untranslated } from './pseudo-language';

test('texts are found in calls and templates, nested ones too', () => {
  const source = `
    const a = vscode.l10n.t('Only {0} files', count);
    const b: string = t\`Outer \${inner(t\`inner\`)} and \\\`code\\\`\`;
    report(place, say\`Container \${name} runs \${how}.\`);
    const c = other\`not this\`;
    // t\`nor this\`
  `;
  expect(textsIn(source).sort()).toEqual(
    ['Only {0} files', 'Outer {0} and `code`', 'inner', 'Container {0} runs {1}.'].sort(),
  );
});

test('the manifest and its texts name the same keys', () => {
  const root = path.join(import.meta.dirname, '..');
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
  const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
  const known = Object.keys(JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as object);
  expect(used.length).toBeGreaterThan(20);
  expect([...new Set(used)].sort()).toEqual(known.sort());
});

test('a text that is not marked for translation is seen', () => {
  const source = `
    const a = t\`Marked \${name} text\`;
    log.warn('said to developers');
    const b = { title: 'Not marked', code: 'one-word' };
  `;
  expect(unmarkedTextsIn(source)).toEqual(['Not marked']);
});

/** Files whose texts are English on purpose: what programs read, the generated pages, the schema. */
const inEnglish =
  /^server\/(?:report\/(?:github|json|junit|sarif|rule-page)|configuration\/schema|cli\/cache)\.ts$/;

/** Parts of lines in the log, and an answer that no client shows. */
const unseen = ['the workspace', 'The request was cancelled.'];

test('every text of the client, the server and the command line is marked for translation', () => {
  const root = path.join(import.meta.dirname, '..');
  const files = ['client', 'server'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map((file) => `${folder}/${String(file)}`)
      .filter((file) => file.endsWith('.ts') && !inEnglish.test(file)),
  );
  expect(files.length).toBeGreaterThan(50);
  const unmarked = files.flatMap((file) =>
    unmarkedTextsIn(readFileSync(path.join(root, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(unmarked.filter((one) => !unseen.some((text) => one.endsWith(`: ${text}`)))).toEqual([]);
});

test('words outside of the brackets of the test language are seen', () => {
  expect(untranslated('⟦One ⟦two⟧ three⟧ four `five` [⟦six⟧](https://seven.example) a.b')).toEqual(['four']);
});

test('the bundle for translators is what `npm run docs` writes now', async () => {
  const file = path.join(import.meta.dirname, '..', 'l10n', 'bundle.l10n.json');
  const textsOf = (json: string): string[] => Object.keys(JSON.parse(json) as object);
  const [written, wanted] = [textsOf(readFileSync(file, 'utf8')), textsOf(await bundle())];
  const missing = wanted.filter((text) => !written.includes(text));
  const left = written.filter((text) => !wanted.includes(text));
  expect({ missing, left }, 'Run `npm run docs` and commit l10n').toEqual({ missing: [], left: [] });
});
