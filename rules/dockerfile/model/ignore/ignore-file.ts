import { type Pattern, readPattern } from './pattern';

/** The lines of a .dockerignore that say something, cleaned as Docker does it: `!` for exceptions, no slash in front. */
export function ignoreLines(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const isException = line.startsWith('!');
      const pattern = (isException ? line.slice(1) : line).trim();
      const cleaned = pattern === '' ? '' : cleanPath(pattern).replace(/^\/(?=.)/, '');
      return (isException ? '!' : '') + cleaned;
    });
}

/** A path that is in its shortest form for sure: none of its parts is empty or begins with a dot. */
const clean = /^\/?[^./][^/]*(?:\/[^./][^/]*)*$/;

/** A path in its shortest form, as Go's `path.Clean` has it. */
export function cleanPath(path: string): string {
  if (clean.test(path)) return path;
  const isAbsolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute) parts.push('..');
  }
  const joined = parts.join('/');
  if (isAbsolute) return `/${joined}`;
  return joined === '' ? '.' : joined;
}

/** What a .dockerignore leaves out of the build context. */
export class IgnoreRules {
  private constructor(private readonly patterns: readonly Pattern[]) {}

  /** Undefined where a line is none that Docker reads, or one whose meaning is not sure. */
  static of(lines: readonly string[]): IgnoreRules | undefined {
    const patterns = lines.map(readPattern);
    return patterns.every((pattern) => pattern !== undefined) ? new IgnoreRules(patterns) : undefined;
  }

  get hasExceptions(): boolean {
    return this.patterns.some(({ isException }) => isException);
  }

  /** True where all that stands in the folder of the context is left out. */
  get leavesOutAll(): boolean {
    return this.patterns.some(({ text, isException }) => !isException && /^(?:\*|\*\*|\*\*\/\*)$/.test(text));
  }

  /** True where a line names a path itself. */
  names(path: string): boolean {
    return this.patterns.some(({ text }) => text === path);
  }

  /** True where the path, or a folder above it, is left out; the last pattern that matches counts. */
  leavesOut(path: string): boolean {
    const parts = path.split('/');
    const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    let isOut = false;
    for (const pattern of this.patterns)
      if (pattern.isException === isOut && paths.some((one) => pattern.matches(one))) isOut = !isOut;
    return isOut;
  }
}
