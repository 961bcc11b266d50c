import { describe, expect, it } from 'vitest';
import { render } from '../../rules/message';
import { Cursor } from '../../rules/yaml/cursor';
import { parseYaml, splitDocuments } from '../../rules/yaml/document';

describe('documents of a file', () => {
  it.each<[string, string, string[]]>([
    ['one', 'a: 1\n', ['a: 1\n']],
    ['two', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['a comment before the first marker', '# x\n---\na: 1\n---\nb: 2\n', ['# x\n---\na: 1\n', '---\nb: 2\n']],
    ['a directive before its document', '%YAML 1.1\n---\na: 1\n', ['%YAML 1.1\n---\na: 1\n']],
    ['text on the marker line', 'a: 1\n--- # b\nb: 2\n', ['a: 1\n', '--- # b\nb: 2\n']],
    ['dashes that are no marker', 'a: |\n  ---\n  x\n---x: 1\n', ['a: |\n  ---\n  x\n---x: 1\n']],
    ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
    ['nothing', '', ['']],
  ])('%s', (_, text, chunks) => {
    const found = splitDocuments(text);
    expect(found.map((chunk) => chunk.text)).toEqual(chunks);
    for (const chunk of found)
      expect(text.slice(chunk.offset, chunk.offset + chunk.text.length)).toBe(chunk.text);
  });
});

const dataOf = (text: string): unknown => Cursor.root(parseYaml(text)).toData();

describe('scalars as Kubernetes reads them', () => {
  it.each<[string, unknown]>([
    ['yes', true],
    ['Off', false],
    ['y', true],
    ['TRUE', true],
    ['tRUE', 'tRUE'],
    ['"yes"', 'yes'],
    ['0644', 420],
    ['0o644', 420],
    ['0x1F', 31],
    ['0b11', 3],
    ['1_000', 1000],
    ['-7', -7],
    ['1:30', '1:30'],
    ['08', 8],
    ['1e3', 1000],
    ['.5', 0.5],
    ['1.', 1],
    ['~', null],
    ['', null],
    ['null', null],
    ['100m', '100m'],
    ['2024-01-01', '2024-01-01'],
  ])('%s', (source, value) => {
    expect(dataOf(`a: ${source}\n`)).toEqual({ a: value });
  });
});

describe('aliases and merges', () => {
  it('gives the last anchor before an alias', () => {
    expect(dataOf('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  it('merges maps, the own fields first', () => {
    expect(dataOf('a: &x {p: 1, q: 2}\nb: &y {q: 3, r: 4}\nc:\n  <<: [*x, *y]\n  p: 5\n')).toMatchObject({
      c: { p: 5, q: 2, r: 4 },
    });
  });

  it('ends where an alias names what holds it', () => {
    expect(() => dataOf('a: &x\n  b: *x\n  <<: *x\n')).not.toThrow();
  });

  it('is bounded where aliases double', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    );
    expect(() => dataOf(`a0: &a0 x\n${lines.join('\n')}\n`)).not.toThrow();
  });
});

describe('text that is not quite YAML', () => {
  it('keeps what stands after a half-typed line', () => {
    const document = parseYaml('a:\n  b\n  c: 1\nd: 2\n');
    expect(document.problems).toHaveLength(1);
    expect(Cursor.root(document).toData()).toMatchObject({ a: { c: 1 }, d: 2 });
  });

  it('takes a quoted text that goes on at the column of its key, as go-yaml does', () => {
    const document = parseYaml("a:\n  m: 'x didn''t match\n  the rest'\n  n: \"y \\\" z\n  w\"\nb: 1\n");
    expect(document.problems).toEqual([]);
    expect(Cursor.root(document).toData()).toMatchObject({ a: { m: "x didn't match   the rest" }, b: 1 });
  });

  it.each<[string, string]>([
    ["a: 'x\nb: 1\n", 'has no closing quote'],
    ['a: [1\nb: 1\n', 'A bracket is not closed'],
    ['a:\n\t- b\n', 'never by tabs'],
    ['a: b: c\n', 'quote the value'],
    ['a:\n  b: 1\n  c\n', '`name: value`'],
    ['a: {b: 1 c: 2}\n', 'a `,` stands between'],
    ['a: @x\n', 'must be quoted'],
    ['a: "\\q"\n', 'no such escape'],
    ['{"a": 1}{"b": 2}\n', 'cannot stand here'],
  ])('tells what is wrong with %j in plain words', (text, words) => {
    expect(parseYaml(text).problems.map(({ message }) => render(message))[0]).toContain(words);
  });

  it.each(['a: {{ .Values.x }}\n', '{{- if .Values.x }}\na: 1\n{{- end }}\n', 'a: x-{{ .y }}-z\n'])(
    'knows a template: %s',
    (text) => {
      expect(parseYaml(text).isTemplate).toBe(true);
    },
  );

  it.each(['a: "{{ .x }}"\n', "a: '{{ .x }}' # {{\n", 'a: |\n  {{ .x }}\n'.replace('{{ .x }}', 'plain')])(
    'knows YAML that holds braces: %s',
    (text) => {
      expect(parseYaml(text).isTemplate).toBe(false);
    },
  );
});

describe('a value that another program fills in', () => {
  it.each<[string, boolean]>([
    ['"{{ .Values.image }}"', true],
    ['"$(IMAGE)"', true],
    [`"$\{IMAGE}"`, true],
    ['$IMAGE', true],
    ['"{\\"a\\": {\\"b\\": 1}}"', false],
    ['"costs 5$"', false],
  ])('%s', (source, expected) => {
    expect(Cursor.root(parseYaml(`a: ${source}\n`)).path('a').isUnresolved).toBe(expected);
  });
});
