import { type Document, type Node, parseDocument, Schema, YAMLParseError } from 'yaml';
import { lineEnd, lineStart } from '../text';
import { problemOf, type SyntaxProblem } from './problem';
import { readQuickly } from './quick';
import { quotedEnd } from './quoted';
import { kubernetesTags } from './schema';

/** One YAML document with its own text; all places in it are offsets into that text. */
export interface YamlDocument {
  readonly text: string;
  readonly contents: Node | null;
  readonly problems: readonly SyntaxProblem[];
  /** True where the text is a template (Helm, Jinja, Go) that is no YAML until it is rendered. */
  readonly isTemplate: boolean;
}

/** A piece of a file that holds one document, and where it begins. */
export interface Chunk {
  readonly text: string;
  readonly offset: number;
}

/**
 * Splits a file into the texts of its documents. A line that begins with `---` ends a document wherever it stands: YAML
 * forbids it inside of any scalar. Directives (`%YAML`) belong to the document after them.
 */
export function splitDocuments(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  const marker = /^---(?=[ \t\r\n]|$)/gm;
  let start = 0;
  for (let match = marker.exec(text); match; match = marker.exec(text)) {
    if (match.index === 0 || isPrologue(text.slice(start, match.index))) continue;
    chunks.push({ text: text.slice(start, match.index), offset: start });
    start = match.index;
  }
  chunks.push({ text: text.slice(start), offset: start });
  return chunks;
}

/** Comments, blank lines and directives alone: they open a document, they are none. */
const isPrologue = (text: string): boolean =>
  !/^(?:\uFEFF)?[^#%\s\uFEFF]/m.test(text) && !/^[^\S\n\r\u2028\u2029]+[^#\s]/m.test(text);

/** How many half-typed lines are mended before the rest of the document is taken as it is. */
const maxRepairs = 3;

/** How many quoted texts are read as Kubernetes reads them where YAML 1.2 is stricter. */
const maxJoins = 50;

/** Parses one document. Never throws; a half-typed line costs that line only, not what stands after it. */
export function parseYaml(text: string): YamlDocument {
  const quick = readQuickly(text);
  if (quick) return { text, contents: quick, problems: [], isTemplate: looksLikeTemplate(text, false) };
  const first = parseLenient(text);
  const problems = first.parsed.errors.map((error) => problemOf(text, error));
  const isTemplate = looksLikeTemplate(text, problems.length > 0);
  let best = first.parsed;
  let repaired = first.text;
  for (let round = 0; !isTemplate && round < maxRepairs && best.errors.length > 0; round++) {
    const next = withoutHalfTypedLine(repaired, best.errors);
    if (next === undefined) break;
    repaired = next;
    const again = parse(repaired);
    if (again.errors.length < best.errors.length) best = again;
  }
  return { text, contents: best.contents, problems, isTemplate };
}

/**
 * go-yaml takes a quoted text whose next lines are not indented deeper than its key; YAML 1.2 does not. Such a text is
 * parsed with its line ends as spaces, so that all offsets stay.
 */
function parseLenient(text: string): { parsed: Document.Parsed; text: string } {
  let current = { parsed: parse(text), text };
  for (let round = 0; round < maxJoins; round++) {
    const error = current.parsed.errors.find(
      ({ code, message }) => code === 'MISSING_CHAR' && message.includes('quote'),
    );
    const joined = error && withJoinedQuote(current.text, error.pos[0]);
    if (joined === undefined) break;
    const again = parse(joined);
    if (again.errors.length >= current.parsed.errors.length) break;
    current = { parsed: again, text: joined };
  }
  return current;
}

/** The text with the quoted scalar that opens on the line at `offset` put on one line, if its end is there. */
function withJoinedQuote(text: string, offset: number): string | undefined {
  const start = lineStart(text, offset);
  const opening = /^[ \t]*(?:-[ \t]+)*(?:(?!-[ \t])[^\s'"#][^'"\n]*:[ \t]+)?(?=["'])/.exec(
    text.slice(start, lineEnd(text, start)),
  );
  if (!opening) return undefined;
  const from = start + opening[0].length;
  const end = quotedEnd(text, from);
  if (end === undefined) return undefined;
  return text.slice(0, from) + text.slice(from, end).replace(/[\r\n]/g, ' ') + text.slice(end);
}

/** Made once: the library would make one for each document, which costs more than parsing a short one. */
const schema = new Schema({ schema: 'failsafe', customTags: [...kubernetesTags], merge: false });

function parse(text: string): Document.Parsed {
  const options = {
    schema,
    uniqueKeys: false,
    prettyErrors: false,
    strict: false,
    logLevel: 'silent',
  } as const;
  try {
    return parseDocument(text, options);
  } catch (error) {
    // Nesting of thousands of levels is more than the parser's stack holds.
    const empty = parseDocument('', options);
    empty.errors.push(new YAMLParseError([0, 0], 'IMPOSSIBLE', String(error)));
    return empty;
  }
}

/** The text with the line of the first mendable error blanked, all offsets kept. */
function withoutHalfTypedLine(text: string, errors: readonly YAMLParseError[]): string | undefined {
  const error = errors.find(
    ({ code }) => code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR' || code === 'BAD_INDENT',
  );
  if (!error) return undefined;
  const start = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const lineBreak = text.indexOf('\n', error.pos[0]);
  const end = lineBreak < 0 ? text.length : lineBreak;
  if (text.slice(start, end).trim() === '') return undefined;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r]/g, ' ') + text.slice(end);
}

/**
 * Text with actions of a template where YAML would want plain text, as Helm's `{{ .Values.x }}`, or with names that a
 * program puts its own text for, as `@NAME@`.
 */
function looksLikeTemplate(text: string, hasErrors: boolean): boolean {
  if (hasErrors && /:[ \t]+@\w+@/.test(text)) return true;
  if (!text.includes('{{') && !text.includes('{%')) return false;
  if (hasErrors) return true;
  return text.split('\n').some(hasBareAction);
}

/** True where an action stands outside of quotes as a line, an item, a key or in a value. */
function hasBareAction(line: string): boolean {
  if (!line.includes('{{') && !line.includes('{%')) return false;
  if (/^\s*(?:(?:-\s+)?(?:\{\{|\{%)|[\w./-]*\{\{)/.test(line)) return true;
  return line.split(/["']/).some((piece) => {
    const value = piece.search(/:\s+[^\s#]/);
    return value >= 0 && piece.includes('{{', value);
  });
}
