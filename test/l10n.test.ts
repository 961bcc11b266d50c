import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundle, textsIn } from '../scripts/l10n.mjs';
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

test('words outside of the brackets of the test language are seen', () => {
  expect(untranslated('⟦One ⟦two⟧ three⟧ four `five` [⟦six⟧](https://seven.example) a.b')).toEqual(['four']);
});

test('the bundle for translators is what `npm run docs` writes now', async () => {
  const file = path.join(import.meta.dirname, '..', 'l10n', 'bundle.l10n.json');
  expect(readFileSync(file, 'utf8'), 'Run `npm run docs` and commit l10n').toBe(await bundle());
});
