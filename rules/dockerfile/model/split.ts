import { MappedText } from './mapped-text';

/** How a line falls into keyword, flags and arguments, after BuildKit's line parsers. */

export const space = /[\t\n\v\f\r \u0085\u00a0]/;

/** White space as `unicode.IsSpace` of Go has it for Latin letters. */
export const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x85 || code === 0xa0;

export interface RawFlag {
  /** From its `--`, quotes and escapes taken off. */
  readonly text: MappedText;
  /** As written. */
  readonly source: MappedText;
}

export interface SplitLine {
  readonly keyword: MappedText;
  readonly flags: readonly RawFlag[];
  readonly rest: MappedText;
}

export function splitLine(line: MappedText, escapeChar: string): SplitLine {
  const trimmed = line.trim();
  const first = endOfWord(trimmed.text, 0);
  if (first === trimmed.length) return { keyword: trimmed, flags: [], rest: trimmed.slice(trimmed.length) };
  const { flags, end } = readFlags(trimmed, first, escapeChar);
  return { keyword: trimmed.slice(0, first), flags, rest: trimmed.slice(end).trim() };
}

/** The words that begin with `--` before the first that does not. */
function readFlags(line: MappedText, from: number, escapeChar: string): { flags: RawFlag[]; end: number } {
  const { text } = line;
  const flags: RawFlag[] = [];
  let at = from;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
    if (!text.startsWith('--', at)) return { flags, end: at };
    const start = at;
    const pieces: MappedText[] = [];
    at = readFlag(line, at, escapeChar, pieces);
    const flag = { text: MappedText.join(pieces), source: line.slice(start, at) };
    if (flag.text.text === '--') return { flags, end: at };
    flags.push(flag);
  }
}

function readFlag(line: MappedText, from: number, escapeChar: string, pieces: MappedText[]): number {
  const { text } = line;
  let quote = '';
  let at = from;
  let kept = from;
  const keep = (end: number): void => {
    if (end > kept) pieces.push(line.slice(kept, end));
  };
  for (; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote === '' && isSpace(text.charCodeAt(at))) break;
    const opens = quote === '' && (char === '"' || char === "'");
    if (opens || char === quote) {
      keep(at);
      kept = at + 1;
      quote = opens ? char : '';
    } else if (char === escapeChar) {
      keep(at);
      kept = at + 1;
      at += 1;
    }
  }
  const end = Math.min(at, text.length);
  keep(end);
  return end;
}

/** Words between white space; quotes mean nothing. */
export function splitAtSpace(rest: MappedText): MappedText[] {
  const { text } = rest;
  const words: MappedText[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    at = endOfWord(text, at);
    if (at > start) words.push(rest.slice(start, at));
  }
  return words;
}

/** Where the word that begins at `from` ends. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** A tab, a vertical tab, a form feed, a carriage return or a blank. */
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || (code >= 0x0b && code <= 0x0d);

/** Words of ENV, LABEL and ARG: quotes and escapes hold them together and stay in them. */
export function splitQuoted(rest: MappedText, escapeChar: string): MappedText[] {
  const { text } = rest;
  const words: MappedText[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    at = endOfQuoted(text, at, escapeChar);
    const dropsLast = at === text.length && endsInEscape(text, start, escapeChar);
    if (!dropsLast || at - 1 > start) words.push(rest.slice(start, dropsLast ? at - 1 : at));
  }
  return words;
}

function endOfQuoted(text: string, from: number, escapeChar: string): number {
  let quote = '';
  let at = from;
  for (; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote === '') {
      if (isSpace(text.charCodeAt(at))) return at;
      if (char === '"' || char === "'") quote = char;
      else if (char === escapeChar) at += 1;
    } else if (char === quote) quote = '';
    else if (char === escapeChar && quote !== "'") at += 1;
  }
  return Math.min(at, text.length);
}

/** True where an escape stands alone at the end: it is dropped. */
function endsInEscape(text: string, start: number, escapeChar: string): boolean {
  let count = 0;
  for (let at = text.length - 1; at >= start && text[at] === escapeChar; at -= 1) count += 1;
  return count % 2 === 1;
}

export interface JsonString {
  /** What the string means, with the places of its characters. */
  readonly text: MappedText;
  /** With its quotes. */
  readonly source: MappedText;
}

/** `not-strings`: an array that holds something else, which BuildKit refuses; undefined: no array at all. */
export type JsonArray = readonly JsonString[] | 'not-strings' | undefined;

/** Reads a JSON array of strings; everything else is the shell form. */
export function readJsonArray(rest: MappedText): JsonArray {
  const text = rest.text.trimStart();
  if (!text.startsWith('[')) return undefined;
  if (plainArray.test(text)) return plainStrings(rest);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) return undefined;
  if (!parsed.every((item) => typeof item === 'string')) return 'not-strings';
  return [...rest.text.matchAll(/"(?:[^"\\]|\\.)*"/g)].map((match) =>
    jsonString(rest.slice(match.index, match.index + match[0].length)),
  );
}

/** An array of ASCII strings without escapes, as nearly all are: they mean what stands between their quotes. */
const plainArray = /^\[[ \t]*"[ !#-[\]-~]*"(?:[ \t]*,[ \t]*"[ !#-[\]-~]*")*[ \t]*\]$/;

function plainStrings(rest: MappedText): readonly JsonString[] {
  const { text } = rest;
  const strings: JsonString[] = [];
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = text.indexOf('"', start + 1);
    strings.push({ text: rest.slice(start + 1, end), source: rest.slice(start, end + 1) });
    start = text.indexOf('"', end + 1);
  }
  return strings;
}

function jsonString(source: MappedText): JsonString {
  const pieces: MappedText[] = [];
  const inner = source.slice(1, source.length - 1);
  for (const match of inner.text.matchAll(/[^\\]+|\\u[0-9a-fA-F]{4}|\\./g)) {
    const piece = inner.slice(match.index, match.index + match[0].length);
    pieces.push(
      match[0].startsWith('\\')
        ? MappedText.standingFor(String(JSON.parse(`"${match[0]}"`)), piece.span)
        : piece,
    );
  }
  return { text: pieces.length === 0 ? inner : MappedText.join(pieces), source };
}
