import { isPair, isScalar, visit } from 'yaml';
import { readLines } from '../rules/dockerfile/model/reader';
import {
  languageOf,
  lineEnd,
  lineEndOf,
  lineStart,
  nextLine,
  type Span,
  type TextEdit,
} from '../rules/index';
import type { Suppression } from '../rules/suppression';
import { parseYaml, splitDocuments } from '../rules/yaml/document';

/** A file as far as comments in it matter. */
export interface Commented {
  readonly uri: string;
  readonly languageId: string | undefined;
  readonly text: string;
  readonly suppressions: readonly Suppression[];
}

/** JSON has no comments. */
export const allowsComments = ({ uri, languageId }: Pick<Commented, 'uri' | 'languageId'>): boolean =>
  !/\.json$/i.test(uri) && languageId !== 'json' && languageId !== 'jsonc';

/** Ways to hold back the findings of a rule at a place, the narrowest first. */
export function ignoreLine(file: Commented, span: Span, rule: string): TextEdit[] {
  const isDockerfile = languageOf(file.uri, file.languageId) === 'dockerfile';
  const start = isDockerfile
    ? instructionStart(file.text, span.start)
    : lineStart(file.text, valueStart(file.text, span.start));
  const end = lineEnd(file.text, start);
  const known = ours(file).find((one) => one.covers !== 'file' && standsAt(one, start, end, file.text));
  const extended = known && addName(known, rule);
  if (extended) return [extended];
  const above = commentAbove(file.text, start, `# seaworthy-ignore ${rule}`);
  if (isDockerfile) return [above];
  const trailing: TextEdit = { span: { start: end, end }, text: ` # seaworthy-ignore ${rule}` };
  // A comment above the first line of a document holds for the whole document.
  return isFirstLine(file.text, start) ? [trailing, above] : [above, trailing];
}

/** Holds back the findings of a rule in the whole file. */
export function ignoreInFile(file: Commented, rule: string): TextEdit {
  const known = ours(file).find(({ covers }) => covers === 'file');
  const isDockerfile = languageOf(file.uri, file.languageId) === 'dockerfile';
  const start = isDockerfile ? endOfDirectives(file.text) : 0;
  return (known && addName(known, rule)) ?? commentAbove(file.text, start, `# seaworthy-ignore-file ${rule}`);
}

/** Comments of other linters are read too, but only ours take the names of our rules. */
const ours = ({ suppressions, text }: Commented): Suppression[] =>
  suppressions.filter(({ span }) => /^#[ \t]*seaworthy-ignore/.test(text.slice(span.start, span.end)));

/** True for a comment on the line, or alone on the line above it. */
function standsAt({ span }: Suppression, start: number, end: number, text: string): boolean {
  if (span.start >= start && span.start <= end) return true;
  return start > 0 && lineStart(text, span.start) === lineStart(text, start - 1) && isAlone(span, text);
}

const isAlone = (span: Span, text: string): boolean =>
  text.slice(lineStart(text, span.start), span.start).trim() === '';

function addName({ rules }: Suppression, rule: string): TextEdit | undefined {
  const last = rules.at(-1);
  return last && { span: { start: last.span.end, end: last.span.end }, text: `, ${rule}` };
}

function commentAbove(text: string, start: number, comment: string): TextEdit {
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  return { span: { start, end: start }, text: indent + comment + lineEndOf(text) };
}

/** True where nothing but comments, markers and directives stands before, in the same document. */
function isFirstLine(text: string, start: number): boolean {
  const document = splitDocuments(text).findLast(({ offset }) => offset <= start);
  return !/^[^\s#%-]|^-(?!--)/m.test(text.slice(document?.offset ?? 0, start));
}

/** Where the value that holds a place begins: a comment inside of a text of several lines would be part of it. */
function valueStart(text: string, offset: number): number {
  const chunk = splitDocuments(text).findLast((one) => one.offset <= offset);
  if (!chunk) return offset;
  const at = offset - chunk.offset;
  let start = offset;
  visit(parseYaml(chunk.text).contents, {
    Scalar: (_, node, path) => {
      if (!node.range || node.range[0] > at || node.range[1] < at) return;
      const holder = path.at(-1);
      const key = isPair(holder) && isScalar(holder.key) ? holder.key.range?.[0] : undefined;
      start = chunk.offset + (key ?? node.range[0]);
    },
  });
  return Math.min(start, offset);
}

function instructionStart(text: string, offset: number): number {
  const holding = readLines(text).instructions.find(({ span }) => span.start <= offset && offset <= span.end);
  return lineStart(text, holding?.span.start ?? offset);
}

/** `# syntax=` and its like hold only as long as nothing stands before them. */
function endOfDirectives(text: string): number {
  const last = readLines(text).directives.at(-1);
  return last ? nextLine(text, last.span.end) : 0;
}
