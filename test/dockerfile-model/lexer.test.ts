// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles write their variables so.

import { describe, expect, it } from 'vitest';
import { type Binding, expand, unquote, wordsOf } from '../../rules/dockerfile/model/lexer';

const known: Readonly<Record<string, Binding>> = {
  x: { state: 'set', value: 'one.two.three' },
  empty: { state: 'set', value: '' },
  path: { state: 'set', value: '/a/b/c' },
  arg: { state: 'argument' },
  base: { state: 'unknown' },
};
const environment = { lookup: (name: string): Binding => known[name] ?? { state: 'unset' } };
const value = (text: string, escapeChar = '\\') => {
  const { value, resolved, error } = expand(text, environment, escapeChar);
  return error ? `error: ${error}` : resolved ? value : `? ${value}`;
};

describe('variables', () => {
  it.each([
    ['$x', 'one.two.three'],
    ['a${x}b', 'aone.two.threeb'],
    ['$x$y.', 'one.two.three.'],
    ['$', '$'],
    ['a$-b', 'ab'],
    ['$1x', 'x'],
    ['${y:-d}', 'd'],
    ['${empty:-d}', 'd'],
    ['${empty-d}', ''],
    ['${y-$x}', 'one.two.three'],
    ['${x:+a}', 'a'],
    ['${empty:+a}', ''],
    ['${empty+a}', 'a'],
    ['${y:+a}', ''],
    ['${x:?no}', 'one.two.three'],
    ['${y:?no value}', 'error: y: no value'],
    ['${y?}', 'error: y: is not allowed to be unset'],
    ['${x#*.}', 'two.three'],
    ['${x##*.}', 'three'],
    ['${x%.*}', 'one.two'],
    ['${x%%.*}', 'one'],
    ['${x/two/2}', 'one.2.three'],
    ['${x//e/E}', 'onE.two.thrEE'],
    ['${path//\\//-}', '-a-b-c'],
    ['${y:-${x}}', 'one.two.three'],
  ])('%s is %s', (text, wanted) => {
    expect(value(text)).toBe(wanted);
  });

  it.each([
    ['$arg', '? $arg'],
    ['${arg:-d}', 'd'],
    ['${arg:+d}', '? ${arg:+d}'],
    ['${base:-d}', '? ${base:-d}'],
    ['a-$base-$x', '? a-$base-one.two.three'],
    ['${x:-$base}', 'one.two.three'],
    ['${y:-$base}', '? $base'],
    ['${base%.*}', '? ${base%.*}'],
  ])('%s is not known: %s', (text, wanted) => {
    expect(value(text)).toBe(wanted);
  });

  it.each(['${', '${x', '${}', '${:x}', '${x:-a', '${x^}', '${x:#a}'])('%s is refused', (text) => {
    expect(value(text)).toMatch(/^error: /);
  });

  it('tells which variables were used', () => {
    expect(expand('$x ${y:-$arg}', environment, '\\').variables).toEqual([
      { name: 'x', state: 'set', guarded: false },
      { name: 'arg', state: 'argument', guarded: false },
      { name: 'y', state: 'unset', guarded: true },
    ]);
  });
});

describe('quotes and escapes', () => {
  it.each([
    ["'$x'", '$x'],
    ['"$x"', 'one.two.three'],
    ['"a\\"b\\$x\\c"', 'a"b$x\\c'],
    ['a\\ b\\$x', 'a b$x'],
    ["it's", 'error: a single quote is not closed'],
    ['"a', 'error: a double quote is not closed'],
    ['a\\', 'a'],
  ])('%s is %s', (text, wanted) => {
    expect(value(text)).toBe(wanted);
  });

  it('knows the other escape character', () => {
    expect(value('c:\\x`$x', '`')).toBe('c:\\x$x');
  });

  it('leaves variables alone when it only takes quotes off', () => {
    expect(unquote('"a $x"${y:-"z"}', '\\')).toBe('a $x${y:-"z"}');
  });

  it('splits words as heredocs ask for', () => {
    const words = wordsOf('cat << EOF 3<<"B C" \'x y\'', {
      escapeChar: '\\',
      rawQuotes: true,
      rawEscapes: true,
    });
    expect(words.map((word) => word.text)).toEqual(['cat', '<< EOF', '3<<"B C"', "'x y'"]);
  });
});

describe('growth', () => {
  it('gives up on values without end', () => {
    const big: Binding = { state: 'set', value: 'x'.repeat(15_000) };
    expect(expand('$a$a$a$a', { lookup: () => big }, '\\').resolved).toBe(false);
    expect(expand('${a:-'.repeat(500), { lookup: () => big }, '\\').error).toBeDefined();
  });
});
