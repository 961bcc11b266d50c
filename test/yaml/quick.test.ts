import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, Schema } from 'yaml';
import { splitDocuments } from '../../rules/yaml/document';
import { readQuickly } from '../../rules/yaml/quick';
import { kubernetesTags } from '../../rules/yaml/schema';
import { manifest, seeded } from '../bench/corpus';

const schema = new Schema({ schema: 'failsafe', customTags: [...kubernetesTags], merge: false });

const parse = (text: string) =>
  parseDocument(text, { schema, uniqueKeys: false, prettyErrors: false, strict: false, logLevel: 'silent' });

/** All that the rules read of a tree. */
function plain(node: unknown): unknown {
  if (isPair(node)) return { key: plain(node.key), value: plain(node.value) };
  if (isAlias(node)) return { alias: node.source, range: node.range?.slice(0, 2) };
  if (isScalar(node)) {
    const { value, type, source, anchor, tag, range } = node;
    return { value, type, source, anchor, tag, range: range?.slice(0, 2) };
  }
  if (!isMap(node) && !isSeq(node)) return node;
  const { flow = false, anchor, tag, range, items } = node;
  return { isMap: isMap(node), flow, anchor, tag, range: range?.slice(0, 2), items: items.map(plain) };
}

/** @returns false where the text is left to the library. */
function sameAsLibrary(text: string): boolean {
  const quick = readQuickly(text);
  if (quick === undefined) return false;
  const library = parse(text);
  expect({ errors: library.errors.map(({ message }) => message), tree: plain(quick) }, text).toEqual({
    errors: [],
    tree: plain(library.contents),
  });
  return true;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

const root = path.join(__dirname, '..');

/** The cases of fixtures, and the documents of samples and of the benchmark. */
const texts = [
  ...filesBelow(path.join(root, 'fixtures')).flatMap((file) => readFileSync(file, 'utf8').split(/^#.*\n/m)),
  ...filesBelow(path.join(root, 'samples')).flatMap((file) =>
    splitDocuments(readFileSync(file, 'utf8')).map(({ text }) => text),
  ),
  ...splitDocuments(manifest(seeded(1), 500)).map(({ text }) => text),
].filter((text) => text.trim() !== '');

describe('a manifest that is read quickly', () => {
  it('has the tree that the library makes of it, in nearly all fixtures and samples', () => {
    const read = texts.filter(sameAsLibrary);
    expect(read.length / texts.length).toBeGreaterThan(0.8);
  });

  it.each([
    ['keys and values', "a: 1\nb: yes\nc: \"d\"\ne: 'f ''g'''\n"],
    ['numbers as Kubernetes reads them', 'a: 0644\nb: 0x1f\nc: 1e3\nd: .5\ne: ~\nf: 1_000\ng: -.inf\n'],
    ['a key that is a number or a truth', '8080: a\non: b\n'],
    ['null', 'a:\nb: \nc:   \nd:\n  - \n  -\n'],
    ['a sequence in the column of its key', 'a:\n- 1\n- b: 2\n  c: 3\nd: 4\n'],
    ['sequences in sequences', '- - a\n  - b\n-\n  - c\n'],
    ['comments and blank lines', '# first\n\na: 1 # one\n# two\n\nb:\n  # deeper\n  c: 2\n\n\n# end\n'],
    ['literal blocks', 'a: |\n  one\n\n   two\n\nb: |-\n    three\nc: 1\n'],
    ['folded blocks', 'a: >\n  one\n  two\nb: >-\n  three\n'],
    ['flow collections', 'a: {b: 1, "c": [d, \'e\', {}], f: []}\ng: ["-x", --flag, a:b]\n'],
    ['JSON', '{\n  "a": [1, 2.5, true, null],\n  "b": {"c":"d\\n\\u0041"}\n}\n'],
    ['anchors and aliases', 'a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\ne: &y 2\nf:\n  - &z w\n  - *z\n'],
    ['line ends of Windows', 'a: 1\r\nb:\r\n  - c\r\n  - |\r\n    d\r\n    e\r\n'],
    ['no line end at the end', 'a:\n  b: c'],
    ['a marker before it', '---\na: 1\n'],
    ['words that look like marks', 'a: -x\nb: a:b\nc: a#b\nd: http://x/y?z\ne: --\n'],
  ])('reads %s', (_, text) => {
    expect(sameAsLibrary(text)).toBe(true);
  });

  it.each([
    ['a text of several lines', 'a: one\n  two\n'],
    ['a quoted text of several lines', 'a: "one\n  two"\n'],
    ['a tag', 'a: !!str 1\n'],
    ['an explicit key', '? a\n: b\n'],
    ['a tab', 'a:\tb\n'],
    ['a byte order mark', '\uFEFFa: 1\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['an end of document', 'a: 1\n...\n'],
    ['an indentation that is said', 'a: |2\n    b\n'],
    ['a comment that ends an inner collection', 'a:\n  b: 1\n  # c: 2\nd: 3\n'],
    ['a half-typed line', 'a: 1\nb\n'],
    ['a wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['a lone carriage return', 'a: 1\rb: 2\n'],
    ['a literal block at the margin', '|\n---\n'],
    ['a lone dash in brackets', 'a: [-]\n'],
    ['no text', ''],
    ['nesting without end', '['.repeat(10_000)],
  ])('leaves %s to the library', (_, text) => {
    expect(readQuickly(text)).toBeUndefined();
  });

  const marks = fc.constantFrom(
    ...[
      '\n',
      ' ',
      '  ',
      ': ',
      ':',
      '- ',
      '-',
      '#',
      ' #',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a ',
      '*a',
      '|\n',
      '>-\n',
    ],
    ...[
      '? ',
      '!',
      '%',
      '@',
      '`',
      '\t',
      '\r\n',
      '\r',
      'true',
      '~',
      '<<',
      '---',
      '...',
      '\\',
      '\n\n',
      '   # c\n',
      '\u0085',
      'é',
    ],
  );

  it('has the tree that the library makes of it, wherever a mark is put in or a piece taken out', () => {
    const text = fc.constantFrom(...texts.filter(({ length }) => length < 2000));
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), mark: marks, out: fc.nat(4) });
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 4 }), fc.boolean(), (start, changes, windows) => {
        const changed = changes.reduce((now, { at, mark, out }) => {
          const place = Math.floor(at * now.length);
          return now.slice(0, place) + mark + now.slice(place + out);
        }, start);
        sameAsLibrary(windows ? changed.replaceAll('\n', '\r\n') : changed);
      }),
      { numRuns: 2000 },
    );
  });
});
