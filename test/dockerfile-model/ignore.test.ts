import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanPath, IgnoreRules, ignoreLines } from '../../rules/dockerfile/model/ignore/ignore-file';
import { readPattern } from '../../rules/dockerfile/model/ignore/pattern';

/** What moby/patternmatcher 0.6.0 answered, recorded by the program in `ignore/`. */
const recorded: {
  readonly paths: readonly string[];
  readonly files: readonly {
    readonly file: string;
    readonly lines: readonly string[];
    readonly refused: boolean;
    /** The paths that are left out, by number. */
    readonly out: readonly number[];
  }[];
} = JSON.parse(readFileSync(new URL('./ignore/recorded.json', import.meta.url), 'utf8'));

describe('.dockerignore', () => {
  it('has the lines that Docker reads', () => {
    for (const { file, lines } of recorded.files)
      expect(ignoreLines(file), JSON.stringify(file)).toEqual(lines);
  });

  it('leaves out what Docker leaves out, wherever its meaning is sure', () => {
    let sure = 0;
    for (const { file, refused, out } of recorded.files) {
      const rules = IgnoreRules.of(ignoreLines(file));
      if (!rules) continue;
      expect(refused, JSON.stringify(file)).toBe(false);
      const left = recorded.paths.flatMap((path, index) => (rules.leavesOut(path) ? [index] : []));
      expect(left, JSON.stringify(file)).toEqual(out);
      sure += 1;
    }
    expect(sure).toBeGreaterThan(recorded.files.length * 0.8);
  });

  it('takes no longer for patterns that are made to', () => {
    const pattern = readPattern(`${'**/a*'.repeat(60)}b`);
    const start = performance.now();
    expect(pattern?.matches(`${'a/a'.repeat(400)}c`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('shortens paths', () => {
    expect(['a/./b', 'a//b/', './a', 'a/../b', '../a', '/../a', '', './', '/'].map(cleanPath)).toEqual([
      'a/b',
      'a/b',
      'a',
      'b',
      '../a',
      '/a',
      '.',
      '.',
      '/',
    ]);
  });
});
