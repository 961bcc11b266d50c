import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { full } from 'acorn-walk';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that is written in the code, and every place that makes one of a text. */
const literals: Found[] = [];
const made: string[] = [];

for (const folder of ['rules', 'server', 'client'])
  for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
    const file = path.join(folder, name);
    const { code } = transformSync(readFileSync(path.join(root, file), 'utf8'), { loader: 'ts' });
    full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
      const one = node as AnyNode;
      if (one.type === 'Literal' && one.regex)
        literals.push({ file, source: one.regex.pattern, flags: one.regex.flags });
      const isMade = one.type === 'NewExpression' || one.type === 'CallExpression';
      if (isMade && one.callee.type === 'Identifier' && one.callee.name === 'RegExp') made.push(file);
    });
  }

const write = ({ file, source, flags }: Found): string => `${file}: /${source}/${flags}`;

describe('regular expressions', () => {
  it('are found', () => {
    expect(literals.length).toBeGreaterThan(300);
  });

  // Each was read: it escapes what it takes in, or takes in what stands in our own data. Read a new one before you add it.
  it('are made of texts in these files only', () => {
    expect([...new Set(made)].sort()).toEqual([
      'rules/dockerfile/instructions/argument-not-in-stage.ts',
      'rules/dockerfile/labels/label-not-semver.ts',
      'rules/dockerfile/model/ignore/pattern.ts',
      'rules/dockerfile/model/lexer.ts',
      'rules/dockerfile/secrets/model/mounted-secrets.ts',
      'rules/dockerfile/secrets/model/secret-mount-fix.ts',
      'rules/dockerfile/secrets/model/secret-words.ts',
      'rules/dockerfile/secrets/secret-mount-unused.ts',
      'rules/images/reference.ts',
      'rules/secrets/secret.ts',
    ]);
  });

  // Names the part that backtracks, or the start from which the search begins anew at every character.
  it('take linear time by their structure', () => {
    const slow = literals.flatMap((literal) => {
      const { reports } = analyse({ source: literal.source, flags: literal.flags });
      return reports.map(
        ({ type, exponential }) => `${exponential ? 'exponential' : 'polynomial'} ${type}: ${write(literal)}`,
      );
    });
    expect(slow).toEqual([]);
  });

  it('take linear time on input that is made to hurt', () => {
    const slow = literals.filter((literal) =>
      attacksOn(literal.source).some((attack) => isSlow(literal, attack)),
    );
    expect(slow.map(write)).toEqual([]);
  }, 120_000);
});

const size = 20_000;

/** The characters and words of an expression, over and over, and then something that fits nowhere. */
function attacksOn(source: string): string[] {
  const characters = new Set([
    ' ',
    '\t',
    '\n',
    'a',
    '0',
    ...source.replace(/\\[sSdDwWbBnrtfv0]|\\u\w{4}|\\x\w{2}|[\\()?+*|^$]/g, ''),
  ]);
  const words = source.match(/[A-Za-z]{3,}/g) ?? [];
  const units = [...characters].slice(0, 16);
  const pumped = [
    ...units,
    ...units.flatMap((a) => units.map((b) => a + b)),
    ...words.flatMap((word) => [word, `${word} `, `${word}:`]),
  ];
  return pumped.map((unit) => `${unit.repeat(Math.ceil(size / unit.length))}\u0000`);
}

/** A quadratic search of so many characters takes a hundred times as long. */
const maxMilliseconds = 60;

function isSlow({ source, flags }: Found, text: string): boolean {
  const expression = new RegExp(source, flags.includes('g') || flags.includes('y') ? flags : `${flags}g`);
  const isSlowOnce = (): boolean => {
    const start = process.cpuUsage();
    text.replace(expression, '');
    return process.cpuUsage(start).user / 1000 > maxMilliseconds;
  };
  return isSlowOnce() && isSlowOnce() && isSlowOnce();
}
