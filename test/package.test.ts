import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-package-'));

const built = [
  'cli.js',
  'client.browser.js',
  'client.js',
  'language-server.browser.js',
  'language-server.js',
  'rules.js',
  'seaworthy.schema.json',
].map((name) => `dist/${name}`);
const translations = ['l10n/bundle.l10n.ja.json', 'package.nls.ja.json'];
const leftovers = [
  'dist/client.js.map',
  'dist/notes.txt',
  '.vscode-host/x.js',
  'artifacts/a.png',
  'old.vsix',
];

/** The tree as it stands after a build, its files empty but for those that say what is packed. */
beforeAll(() => {
  const known = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  for (const name of [...known, ...built, ...translations, ...leftovers].filter(Boolean)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  for (const name of ['package.json', '.vscodeignore', '.npmignore'])
    copyFileSync(path.join(root, name), path.join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the extension holds what the editor runs or shows, and nothing else', async () => {
  const files = await listFiles({ cwd: folder, packageManager: PackageManager.None });
  expect(files.sort()).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      ...built,
      'l10n/bundle.l10n.ja.json',
      'media/icon.png',
      'media/view.svg',
      ...['audit', 'configure', 'fix', 'see'].map((name) => `media/walkthrough/${name}.md`),
      'package.json',
      'package.nls.ja.json',
      'package.nls.json',
      ...['directives', 'dockerfile-directives', 'run-lines', 'run-shell'].map(
        (name) => `syntaxes/${name}.tmLanguage.json`,
      ),
    ].sort(),
  );
});

test('the npm package holds the two programs and what they read', () => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(output) as { files: { path: string }[] }[];
  expect(packed?.files.map((file) => file.path).sort()).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/cli.js',
      'dist/language-server.js',
      'dist/rules.js',
      'dist/seaworthy.schema.json',
      'l10n/bundle.l10n.ja.json',
      'package.json',
    ].sort(),
  );
});
