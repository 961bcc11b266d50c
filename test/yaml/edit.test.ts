import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../rules/text';
import { Cursor } from '../../rules/yaml/cursor';
import { parseYaml } from '../../rules/yaml/document';
import {
  append,
  keepingComments,
  remove,
  rename,
  setAny,
  textEdits,
  type YamlEdit,
} from '../../rules/yaml/edit';
import { type Plain, writeBlock } from '../../rules/yaml/style';

const rootOf = (text: string): Cursor => Cursor.root(parseYaml(text));

const edited = (text: string, edits: (root: Cursor) => readonly YamlEdit[]): string =>
  applyEdits(text, textEdits(edits(rootOf(text))));

describe('several edits together', () => {
  it.each<[string, string, (root: Cursor) => readonly YamlEdit[], string]>([
    [
      'a field takes the place of the last one, which goes',
      'a:\n  b: 1\n  c: 2 # two\nd: 3\n',
      (root) => [remove(root.path('a', 'c')), setAny(root.path('a', 'e'), 5)],
      'a:\n  b: 1\n  e: 5\nd: 3\n',
    ],
    [
      'a field takes the place of all that stood there',
      'a:\n  b: 1\nd: 3\n',
      (root) => [remove(root.path('a', 'b')), setAny(root.path('a', 'e'), 5)],
      'a:\n  e: 5\nd: 3\n',
    ],
    [
      'the same in flow style',
      'a: {b: 1}\nc: [x, y]\n',
      (root) => [
        remove(root.path('a', 'b')),
        setAny(root.path('a', 'e'), 5),
        ...root.get('c').items.map((item) => remove(item)),
        append(root.get('c') as Cursor<string[]>, 'z'),
      ],
      'a: {e: 5}\nc: [z]\n',
    ],
    [
      'a field behind a map whose last lines go',
      'a:\n  b:\n    c: 1\n    l:\n      - x\n',
      (root) => [
        remove(root.path('a', 'b', 'l', 0)),
        setAny(root.path('a', 'e'), 5),
        setAny(root.path('a', 'b', 'f'), 6),
      ],
      'a:\n  b:\n    c: 1\n    f: 6\n  e: 5\n',
    ],
    [
      'an anchor stays where a block takes the place of its value',
      'a: &one {} # why\nb: *one\n',
      (root) => [setAny(root.path('a', 'c'), 1)],
      'a: &one # why\n  c: 1\nb: *one\n',
    ],
    [
      'an empty map in the place of a short value leaves the comment alone',
      'a: 1 # why\n',
      (root) => [setAny(root.get('a'), {})],
      'a: {} # why\n',
    ],
  ])('%s', (_, text, edits, after) => {
    expect(edited(text, edits)).toBe(after);
  });
});

describe('keepingComments', () => {
  it.each<[string, string, (root: Cursor) => YamlEdit, string]>([
    [
      'of a line that goes',
      'a:\n  b: 1 # one\n  # two\n  c: 2\n',
      (root) => remove(root.path('a', 'b')),
      'a:\n  # one\n  # two\n  c: 2\n',
    ],
    [
      'of a block that gets another value',
      'v:\n- name: x\n  host: # why\n    # where\n    path: / # root\n',
      (root) => setAny(root.path('v', 0, 'host'), {}),
      'v:\n- name: x\n  # why\n  # where\n  # root\n  host: {}\n',
    ],
    ['with a hash in quotes', 'a: "# no"\nb: 1\n', (root) => remove(root.get('a')), 'b: 1\n'],
  ])('%s', (_, text, edit, after) => {
    expect(edited(text, (root) => [keepingComments(edit(root))])).toBe(after);
  });
});

describe('set', () => {
  it.each<[string, string, (string | number)[], Plain, string]>([
    ['keeps the comment and the quotes', 'a: "x" # why\nb: 1\n', ['a'], 'y', 'a: "y" # why\nb: 1\n'],
    [
      'adds a key behind the last line of a map',
      'a:\n  b: 1 # one\nc: 2\n',
      ['a', 'd'],
      3,
      'a:\n  b: 1 # one\n  d: 3\nc: 2\n',
    ],
    ['makes missing parents', 'a:\n  b: 1\n', ['a', 'c', 'd'], true, 'a:\n  b: 1\n  c:\n    d: true\n'],
    [
      'stands in a flow map',
      'a: {b: 1, c: [1, 2]}\n',
      ['a', 'd'],
      { e: 1 },
      'a: {b: 1, c: [1, 2], d: {e: 1}}\n',
    ],
    ['stands in a padded flow map', 'a: { b: 1 }\n', ['a', 'd'], { e: 1 }, 'a: { b: 1, d: { e: 1 } }\n'],
    ['fills an empty value', 'a:\nb: 1\n', ['a', 'x'], 1, 'a:\n  x: 1\nb: 1\n'],
    [
      'fills an empty value with a comment',
      'a: # later\nb: 1\n',
      ['a', 'x'],
      1,
      'a: # later\n  x: 1\nb: 1\n',
    ],
    ['fills an empty flow map', 'a: {}\nb: 1\n', ['a', 'x'], 1, 'a:\n  x: 1\nb: 1\n'],
    ['takes the place of null', 'a: null # none\n', ['a', 'x'], 1, 'a: # none\n  x: 1\n'],
    [
      'keeps four spaces',
      'a:\n    b:\n        c: 1\n',
      ['a', 'd', 'e'],
      1,
      'a:\n    b:\n        c: 1\n    d:\n        e: 1\n',
    ],
    [
      'keeps lists at the column of their key',
      'a:\n  l:\n  - 1\n',
      ['a', 'm'],
      [1, 2],
      'a:\n  l:\n  - 1\n  m:\n  - 1\n  - 2\n',
    ],
    ['keeps CRLF', 'a:\r\n  b: 1\r\nc: 2\r\n', ['a', 'd'], 3, 'a:\r\n  b: 1\r\n  d: 3\r\nc: 2\r\n'],
    ['stands before the end of a text without a line end', 'a:\n  b: 1', ['a', 'd'], 3, 'a:\n  b: 1\n  d: 3'],
    [
      'stands behind a block scalar',
      'a:\n  s: |\n    x\n    y\n\nb: 1\n',
      ['a', 't'],
      1,
      'a:\n  s: |\n    x\n    y\n  t: 1\n\nb: 1\n',
    ],
    [
      'writes in an element',
      'l:\n  - name: x\n    b: 1\n  - name: y\n',
      ['l', 0, 'c'],
      2,
      'l:\n  - name: x\n    b: 1\n    c: 2\n  - name: y\n',
    ],
    [
      'writes pretty JSON',
      '{\n  "a": {\n    "b": 1\n  }\n}\n',
      ['a', 'c', 'd'],
      true,
      '{\n  "a": {\n    "b": 1,\n    "c": {\n      "d": true\n    }\n  }\n}\n',
    ],
    ['writes compact JSON', '{"a":{"b":1}}', ['a', 'c'], 'x', '{"a":{"b":1, "c": "x"}}'],
    ['puts a value in the place of an alias', 'x: &x 1\na: *x\n', ['a'], 2, 'x: &x 1\na: 2\n'],
    [
      'outweighs a merge',
      'x: &x\n  p: 1\na:\n  <<: *x\n  q: 2\n',
      ['a', 'p'],
      3,
      'x: &x\n  p: 1\na:\n  <<: *x\n  q: 2\n  p: 3\n',
    ],
    ['quotes what would be read as another type', 'a: x\n', ['b'], 'yes', 'a: x\nb: "yes"\n'],
    ['keeps an anchor', 'a: &n true\nb: *n\n', ['a'], false, 'a: &n false\nb: *n\n'],
  ])('%s', (_, before, route, value, after) => {
    expect(edited(before, (root) => [setAny(root.path(...route), value)])).toBe(after);
  });

  it('makes a missing parent once for several edits', () => {
    const text = 'a:\n  name: x\n';
    const after = edited(text, (root) => [
      setAny(root.path('a', 's', 'p'), 1),
      setAny(root.path('a', 's', 'q'), 2),
      append(root.path('a', 's', 'l') as Cursor<string[]>, 'ALL'),
    ]);
    expect(after).toBe('a:\n  name: x\n  s:\n    p: 1\n    q: 2\n    l:\n      - ALL\n');
  });
});

describe('append', () => {
  it.each<[string, string, (string | number)[], string, string]>([
    ['to a block sequence', 'a:\n  - x # one\nb: 1\n', ['a'], 'z', 'a:\n  - x # one\n  - z\nb: 1\n'],
    ['to a flow sequence, in its quotes', 'a: ["x"]\n', ['a'], 'z', 'a: ["x", "z"]\n'],
    ['to an empty sequence', 'a: []\nb: 1\n', ['a'], 'z', 'a:\n  - z\nb: 1\n'],
    ['to a missing sequence', 'b: 1\n', ['a'], 'z', 'b: 1\na:\n  - z\n'],
  ])('%s', (_, before, route, value, after) => {
    expect(edited(before, (root) => [append(root.path(...route) as Cursor<string[]>, value)])).toBe(after);
  });
});

describe('remove', () => {
  it.each<[string, string, (string | number)[][], string]>([
    ['a field with its comment', 'a: 1\nb: 2 # two\nc: 3\n', [['b']], 'a: 1\nc: 3\n'],
    ['a block', 'a: 1\nb:\n  c: 1\n  d:\n    - 1\n# next\ne: 1\n', [['b']], 'a: 1\n# next\ne: 1\n'],
    ['the first field of an element', 'l:\n  - a: 1\n    b: 2\n', [['l', 0, 'a']], 'l:\n  - b: 2\n'],
    ['an element', 'l:\n  - a\n  - b\n', [['l', 0]], 'l:\n  - b\n'],
    [
      'the last element and with it the field',
      'x:\n  l:\n    - a\n  m: 1\n',
      [['x', 'l', 0]],
      'x:\n  m: 1\n',
    ],
    [
      'all elements at once',
      'x:\n  l:\n    - a\n    - b\n  m: 1\n',
      [
        ['x', 'l', 0],
        ['x', 'l', 1],
      ],
      'x:\n  m: 1\n',
    ],
    ['the first of a flow sequence', 'l: [a, b, c]\n', [['l', 0]], 'l: [b, c]\n'],
    ['the last of a flow sequence', 'l: [a, b, c]\n', [['l', 2]], 'l: [a, b]\n'],
    ['a field of a flow map', 'm: {a: 1, b: 2}\n', [['m', 'a']], 'm: {b: 2}\n'],
    ['at the end of a text without a line end', 'a: 1\nb: 2', [['b']], 'a: 1'],
  ])('%s', (_, before, routes, after) => {
    expect(edited(before, (root) => routes.map((route) => remove(root.path(...route))))).toBe(after);
  });
});

it('renames a key and keeps its value', () => {
  expect(
    edited('a:\n  privilaged: true # x\n', (root) => [rename(root.path('a', 'privilaged'), 'privileged')]),
  ).toBe('a:\n  privileged: true # x\n');
});

const name = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'x-y', 'on', '1', 'a b');
const leaf: fc.Arbitrary<Plain> = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.constantFrom('text', 'yes', '', 'a: b', '# no', '- x', 'NET_ADMIN', '0644'),
);
const tree = fc.letrec<{ node: Plain; map: Record<string, Plain> }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, leaf, tie('map'), fc.array(tie('node'), { maxLength: 3 })),
  map: fc.dictionary(name, tie('node'), { maxKeys: 4 }),
}));
const layout = fc.record({
  indent: fc.constantFrom(2, 4),
  sequenceAtKey: fc.boolean(),
  lineBreak: fc.constantFrom('\n' as const, '\r\n' as const),
  padded: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer Value> ? Value : never;

/** A document in a layout, with a comment on every line that can bear one. */
function written(data: Record<string, Plain>, { indent, sequenceAtKey, lineBreak, padded }: Layout): string {
  const style = { indent, sequenceIndent: sequenceAtKey ? 0 : indent, lineBreak, padded, jsonKeys: false };
  const lines = writeBlock(data, 0, style).split(lineBreak);
  return lines.map((line, index) => `${line} # c${index}`).join(lineBreak) + lineBreak;
}

const comments = (text: string): string[] => text.match(/# c\d+/g) ?? [];

const routesOf = (cursor: Cursor): Cursor[] => [
  cursor,
  ...[...cursor.fields, ...cursor.items].flatMap((child) => routesOf(child as Cursor)),
];

describe('any document in any layout', () => {
  const documents = tree.map.filter((data) => Object.keys(data).length > 0);

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(documents, layout, (data, style) => {
        expect(rootOf(written(data, style)).toData()).toEqual(data);
      }),
    );
  });

  it('holds what was set and all else as before, comments too', () => {
    fc.assert(
      fc.property(documents, layout, fc.nat(), leaf, (data, style, pick, value) => {
        const text = written(data, style);
        const maps = routesOf(rootOf(text)).filter((cursor) => cursor.isMap);
        const target = maps[pick % maps.length];
        if (!target) return;
        const edit = setAny(target.get('fresh').get('deep'), value);
        const after = applyEdits(text, textEdits([edit]));
        const again = rootOf(after);
        expect(again.document.problems).toEqual([]);
        expect(comments(after)).toEqual(comments(text));
        const copy = structuredClone(data) as Plain;
        const at =
          target.route === ''
            ? copy
            : stepsOf(target).reduce<Plain>(
                (node, step) => (node as Record<string, Plain>)[step] as Plain,
                copy,
              );
        (at as Record<string, Plain>).fresh = { deep: value };
        expect(again.toData()).toEqual(copy);
      }),
      { numRuns: 300 },
    );
  });

  it('holds all else as before when a field goes', () => {
    fc.assert(
      fc.property(documents, layout, fc.nat(), (data, style, pick) => {
        const text = written(data, style);
        const all = routesOf(rootOf(text)).filter((cursor) => cursor.parent?.parent);
        const target = all[pick % Math.max(1, all.length)];
        if (!target) return;
        const after = applyEdits(text, textEdits([remove(target)]));
        const again = rootOf(after);
        expect(again.document.problems).toEqual([]);
        const copy = structuredClone(data) as Plain;
        drop(copy, stepsOf(target));
        const isEmpty = Object.keys(copy as object).length === 0;
        expect(again.toData()).toEqual(isEmpty ? undefined : copy);
      }),
      { numRuns: 300 },
    );
  });
});

const stepsOf = (cursor: Cursor): (string | number)[] =>
  cursor.parent ? [...stepsOf(cursor.parent), cursor.key ?? ''] : [];

/** As the edit does: a parent that loses all that it has goes too, below the root. */
function drop(root: Plain, steps: readonly (string | number)[]): void {
  const last = steps.at(-1);
  const parents = steps.slice(0, -1);
  const holder = parents.reduce<Plain>((node, step) => (node as Record<string, Plain>)[step] as Plain, root);
  if (last === undefined) return;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Record<string, Plain>)[last];
  const isEmpty = Object.keys(holder as object).length === 0;
  if (isEmpty && parents.length > 0) drop(root, parents);
}
