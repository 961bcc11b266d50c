/**
 * The patterns of .dockerignore as moby/patternmatcher reads them. They are matched by going through the path once with all
 * places of the pattern that are still possible, so that no pattern can take long.
 */

type Token =
  | { readonly kind: 'char'; readonly char: string }
  /** `?` */
  | { readonly kind: 'one' }
  /** `*` */
  | { readonly kind: 'some' }
  /** `**` before more: any folders, or none. */
  | { readonly kind: 'folders' }
  /** `**` at the end. */
  | { readonly kind: 'rest' }
  /** `[a-z]` */
  | { readonly kind: 'class'; readonly of: RegExp };

export interface Pattern {
  /** As cleaned, without `!`. */
  readonly text: string;
  readonly isException: boolean;
  matches(path: string): boolean;
}

/** Undefined for what Docker refuses, and for what no one writes. */
export function readPattern(text: string): Pattern | undefined {
  const isException = text.startsWith('!');
  const cleaned = isException ? text.slice(1) : text;
  const isRefused = cleaned === '' || (isException && cleaned === '/');
  const matches = isRefused ? undefined : matcherOf(cleaned);
  return matches && { text: cleaned, isException, matches };
}

/** Docker matches patterns without wildcards, and those with `**` at one end only, as plain text. */
function matcherOf(pattern: string): ((path: string) => boolean) | undefined {
  const tokens = tokensOf(pattern);
  if (!tokens) return undefined;
  const [first] = tokens;
  const isPlain = (from: number): boolean => tokens.slice(from).every(({ kind }) => kind === 'char');
  if (pattern.includes('\\')) return (path) => runs(tokens, path);
  if (isPlain(0)) return (path) => path === pattern;
  if (pattern.startsWith('**') && (first?.kind === 'folders' || first?.kind === 'rest') && isPlain(1)) {
    const end = pattern.slice(2);
    return (path) => path.endsWith(end) || (end.startsWith('/') && path === end.slice(1));
  }
  if (tokens.at(-1)?.kind === 'rest' && tokens.slice(0, -1).every(({ kind }) => kind === 'char')) {
    const start = pattern.slice(0, -2);
    return (path) => path.startsWith(start);
  }
  return (path) => runs(tokens, path);
}

function tokensOf(pattern: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at += 1) {
    const char = characters[at] ?? '';
    if (char === '*' && characters[at + 1] === '*') {
      at += characters[at + 2] === '/' ? 2 : 1;
      tokens.push({ kind: at + 1 < characters.length ? 'folders' : 'rest' });
    } else if (char === '*') tokens.push({ kind: 'some' });
    else if (char === '?') tokens.push({ kind: 'one' });
    else if (char === '\\') {
      at += 1;
      const escaped = characters[at];
      // Behind a backslash letters and digits have meanings of their own.
      if (escaped === undefined || /[0-9A-Za-z]/.test(escaped)) return undefined;
      tokens.push({ kind: 'char', char: escaped });
    } else if (char === '[') {
      const end = characters.indexOf(']', at + 2);
      const inside = characters.slice(at + 1, end).join('');
      // Wildcards and backslashes inside of brackets do not mean what they seem to.
      if (end < 0 || !/^\^?(?:[^\]\\^*?[-]-[^\]\\^*?[-]|[^\]\\^*?[-])+$/.test(inside)) return undefined;
      try {
        tokens.push({ kind: 'class', of: new RegExp(`^[${inside}]$`, 'u') });
      } catch {
        return undefined;
      }
      at = end;
    } else if (char === ']') return undefined;
    else tokens.push({ kind: 'char', char });
  }
  return tokens;
}

/** Places are numbered by two: even ones stand before a token, odd ones inside of `**`. */
function runs(tokens: readonly Token[], path: string): boolean {
  let places = opened(new Set([0]), tokens);
  for (const char of path) {
    const next = new Set<number>();
    for (const place of places) step(place, char, tokens, next);
    places = opened(next, tokens);
    if (places.size === 0) return false;
  }
  return places.has(2 * tokens.length);
}

/** Adds the places that are reached without a character. */
function opened(places: ReadonlySet<number>, tokens: readonly Token[]): ReadonlySet<number> {
  const all = new Set(places);
  for (const place of all) {
    const kind = place % 2 === 0 ? tokens[place / 2]?.kind : undefined;
    if (kind === 'some' || kind === 'folders' || kind === 'rest') all.add(place + 2);
  }
  return all;
}

function step(place: number, char: string, tokens: readonly Token[], next: Set<number>): void {
  const isInside = place % 2 === 1;
  const before = isInside ? place - 1 : place;
  const token = tokens[before / 2];
  switch (token?.kind) {
    case 'char':
      if (token.char === char) next.add(before + 2);
      break;
    case 'one':
      if (char !== '/') next.add(before + 2);
      break;
    case 'class':
      if (token.of.test(char)) next.add(before + 2);
      break;
    case 'some':
      if (char !== '/') next.add(before);
      break;
    case 'rest':
      next.add(before);
      break;
    case 'folders':
      next.add(before + 1);
      if (char === '/') next.add(before + 2);
      break;
  }
}
