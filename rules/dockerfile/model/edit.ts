import type { Place } from '../../rule';
import { spanOfPlace } from '../../rule';
import { lineStart as anyLineStart, lineEnd, nextLine, type Span, spanOf, type TextEdit } from '../../text';
import type { Dockerfile } from './dockerfile';
import type { Instruction } from './instructions';
import type { RunInstruction } from './instructions/command-line';
import type { Command } from './shell/command';

declare const branded: unique symbol;

type Side = 'before' | 'after';

type Wish =
  | { readonly kind: 'replace'; readonly span: Span; readonly text: string }
  | { readonly kind: 'remove'; readonly span: Span }
  | { readonly kind: 'keyword'; readonly instruction: Instruction; readonly text: string }
  | { readonly kind: 'removeInstruction'; readonly instruction: Instruction }
  | {
      readonly kind: 'insertInstruction';
      readonly side: Side;
      readonly anchor: Instruction;
      readonly text: string;
    }
  | { readonly kind: 'append'; readonly run: RunInstruction; readonly text: string }
  | { readonly kind: 'directive'; readonly text: string };

/** What a Dockerfile is to be, said of its model. Made only by the functions below. */
export type DockerfileEdit = Wish & { readonly [branded]: true };

const brand = (wish: Wish): DockerfileEdit => wish as DockerfileEdit;

/** A word, a flag, a command or any other place is to read `text`. */
export const replaceWord = (place: Place, text: string): DockerfileEdit =>
  brand({ kind: 'replace', span: spanOfPlace(place), text });

/** Another word is to stand behind this one. */
export function insertWordAfter(place: Place, text: string): DockerfileEdit {
  const { end } = spanOfPlace(place);
  return brand({ kind: 'replace', span: spanOf(end, end), text: ` ${text}` });
}

/** Another word is to stand before this one. */
export function insertWordBefore(place: Place, text: string): DockerfileEdit {
  const { start } = spanOfPlace(place);
  return brand({ kind: 'replace', span: spanOf(start, start), text: `${text} ` });
}

/** A word or flag is to go, with the white space and the line that belonged to it alone. */
export const removeWord = (place: Place): DockerfileEdit =>
  brand({ kind: 'remove', span: spanOfPlace(place) });

/** The instruction is to have another keyword; it is written in small letters where the old one was. */
export const replaceKeyword = (instruction: Instruction, text: string): DockerfileEdit =>
  brand({ kind: 'keyword', instruction, text });

/** All behind keyword and flags is to read `text`; heredocs stay. */
export const replaceArguments = (instruction: Instruction, text: string): DockerfileEdit => {
  const span = instruction.argumentsSpan;
  const isEmpty = span.start === span.end;
  return brand({ kind: 'replace', span, text: isEmpty ? ` ${text}` : text });
};

/** The whole instruction, its heredocs too, is to read `text`. */
export const replaceInstruction = (instruction: Instruction, text: string): DockerfileEdit =>
  brand({ kind: 'replace', span: instruction.span, text });

/** The instruction is to have one more flag, as `--chown=app`. */
export function insertFlag(instruction: Instruction, text: string): DockerfileEdit {
  const { end } = instruction.flags.at(-1)?.span ?? instruction.keyword.span;
  return brand({ kind: 'replace', span: spanOf(end, end), text: ` ${text}` });
}

/** The instruction is to go, with its lines. */
export const removeInstruction = (instruction: Instruction): DockerfileEdit =>
  brand({ kind: 'removeInstruction', instruction });

/** Another instruction is to stand before this one (above its comments) or behind it. */
export const insertInstruction = (side: Side, anchor: Instruction, text: string): DockerfileEdit =>
  brand({ kind: 'insertInstruction', side, anchor, text });

/** The RUN is to run one more command at its end, if all before it worked: `rm -rf /tmp/x`. */
export const appendCommand = (run: RunInstruction, text: string): DockerfileEdit =>
  brand({ kind: 'append', run, text });

/** One more command is to run behind this one, if it worked. */
export function insertCommandAfter(command: Command, text: string): DockerfileEdit {
  const { end } = statementOf(command);
  return brand({ kind: 'replace', span: spanOf(end, end), text: ` && ${text}` });
}

/** One more command is to run before this one. */
export function insertCommandBefore(command: Command, text: string): DockerfileEdit {
  const { start } = statementOf(command);
  return brand({ kind: 'replace', span: spanOf(start, start), text: `${text} && ` });
}

/** A parser directive is to stand at the top of the file: `syntax=docker/dockerfile:1`. */
export const insertDirective = (text: string): DockerfileEdit => brand({ kind: 'directive', text });

/** The command with the programs that it is run through and the pipeline that it is part of. */
const statementOf = (command: Command): Span =>
  command.position.pipeline?.span ?? (command.wrappers[0] ?? command).span;

/** The smallest text edits that do what `edits` say, in the style of the file. */
export const textEdits = (dockerfile: Dockerfile, edits: readonly DockerfileEdit[]): TextEdit[] =>
  edits.flatMap((edit) => editOf(dockerfile, edit));

function editOf(dockerfile: Dockerfile, edit: DockerfileEdit): TextEdit[] {
  const { text } = dockerfile;
  const lines = (written: string): string => written.replace(/\r?\n/g, dockerfile.lineBreak);
  switch (edit.kind) {
    case 'replace':
      return [{ span: edit.span, text: lines(edit.text) }];
    case 'remove':
      return [{ span: withItsSpace(text, edit.span, dockerfile.escapeChar), text: '' }];
    case 'keyword':
      return [
        { span: edit.instruction.keyword.span, text: inCaseOf(edit.instruction.keyword.text, edit.text) },
      ];
    case 'removeInstruction':
      return [{ span: linesOf(text, edit.instruction.span), text: '' }];
    case 'insertInstruction':
      return [inserted(dockerfile, edit.side, edit.anchor, lines(edit.text))];
    case 'append':
      return appended(dockerfile, edit.run, edit.text);
    case 'directive':
      return [directive(dockerfile, edit.text)];
  }
}

/** A byte order mark stays where it is. */
const textStart = (text: string): number => (text.startsWith('\ufeff') ? 1 : 0);
const lineStart = (text: string, offset: number): number =>
  Math.max(anyLineStart(text, offset), textStart(text));

/** A keyword in small letters asks for others like it. */
function inCaseOf(keyword: string, text: string): string {
  if (keyword === '' || keyword !== keyword.toLowerCase()) return text;
  return text.replace(/^\S+/, (first) => first.toLowerCase());
}

/** Whole lines; the last line of a file without a line end takes the one before it along. */
function linesOf(text: string, span: Span): Span {
  const start = lineStart(text, span.start);
  const end = nextLine(text, Math.max(span.start, span.end));
  const endsFile = end === text.length && !text.endsWith('\n');
  return spanOf(endsFile ? endBefore(text, start) : start, end);
}

/** The end of the line before the one that starts at `start`. */
function endBefore(text: string, start: number): number {
  if (start === 0) return 0;
  return start - (text[start - 2] === '\r' ? 2 : 1);
}

function withItsSpace(text: string, span: Span, escapeChar: string): Span {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.end);
  const before = text.slice(start, span.start);
  const after = text.slice(span.end, end);
  const isAlone = before.trim() === '' && (after.trim() === '' || after.trim() === escapeChar);
  if (!isAlone || start === 0) {
    const gapBefore = before.length - before.trimEnd().length;
    if (before.trim() !== '') return spanOf(span.start - gapBefore, span.end);
    return spanOf(span.start, span.end + (after.length - after.trimStart().length));
  }
  // A line of its own goes whole; the last one takes the continuation of the line before it along.
  if (after.trim() === escapeChar) return spanOf(start, nextLine(text, span.end));
  return spanOf(endOfContentBefore(text, start, escapeChar), span.end + after.length);
}

/** Where the text of the line before `start` ends, without its continuation character; lines of comments are skipped. */
function endOfContentBefore(text: string, start: number, escapeChar: string): number {
  let from = start;
  while (from > 0) {
    const end = endBefore(text, from);
    from = lineStart(text, end);
    const line = text.slice(from, end);
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    return endOfContent(text, end, escapeChar);
  }
  return start;
}

/** Where the text of a line that ends at `end` stops, without the continuation character behind it. */
function endOfContent(text: string, end: number, escapeChar: string): number {
  const from = lineStart(text, end);
  const content = text.slice(from, end).trimEnd();
  return from + (content.endsWith(escapeChar) ? content.slice(0, -1).trimEnd() : content).length;
}

function inserted(dockerfile: Dockerfile, side: Side, anchor: Instruction, written: string): TextEdit {
  const { text, lineBreak } = dockerfile;
  const outer: Instruction = anchor.onbuild ?? anchor;
  const instruction = inCaseOf(outer.keyword.text, written);
  if (side === 'after') {
    const end = lineEnd(text, outer.span.end);
    // Behind a continuation the new line would belong to the old instruction.
    const start = outer.isOpen ? endOfContent(text, end, dockerfile.escapeChar) : end;
    return { span: spanOf(start, end), text: lineBreak + instruction };
  }
  const start = startWithComments(text, lineStart(text, outer.span.start), outer);
  return { span: spanOf(start, start), text: instruction + lineBreak };
}

/** Comments right above an instruction belong to it. */
function startWithComments(text: string, start: number, instruction: Instruction): number {
  let from = start;
  for (const comment of [...instruction.commentsBefore].reverse()) {
    if (nextLine(text, comment.span.end) !== from) break;
    from = lineStart(text, comment.span.start);
  }
  return from;
}

function appended(dockerfile: Dockerfile, run: RunInstruction, command: string): TextEdit[] {
  const last = run.script?.tree.commands.at(-1);
  const source = run.script?.source;
  if (!last || !source || run.form === 'exec') return [];
  const end = source.endOf(last.end);
  const { text, lineBreak, escapeChar } = dockerfile;
  const insert = (written: string): TextEdit[] => [{ span: spanOf(end, end), text: written }];
  if (run.form === 'heredoc') {
    const indent = /^[ \t]*/.exec(text.slice(lineStart(text, end)))?.[0] ?? '';
    return insert(lineBreak + indent + command);
  }
  const style = continuationStyle(text, run, escapeChar);
  if (!style) return insert(` && ${command}`);
  const open = ` ${escapeChar}${lineBreak}${style.indent}`;
  return insert(style.operator === 'end' ? ` &&${open}${command}` : `${open}&& ${command}`);
}

/** How a RUN of several lines is written: its indentation, and on which end of a line `&&` stands. */
function continuationStyle(
  text: string,
  run: RunInstruction,
  escapeChar: string,
): { indent: string; operator: 'start' | 'end' } | undefined {
  const written = text.slice(run.span.start, run.lineEnd).split(/\r?\n/);
  if (written.length < 2) return undefined;
  const joined = written.filter((line) => line.trimStart().startsWith('&&'));
  const line =
    joined.at(-1) ??
    written.find((_, index) => index > 0 && written[index - 1]?.trimEnd().endsWith(`&& ${escapeChar}`)) ??
    written[1] ??
    '';
  const endsWith = written.some((other) => other.trimEnd().endsWith(`&& ${escapeChar}`));
  return {
    indent: /^[ \t]*/.exec(line)?.[0] ?? '',
    operator: joined.length === 0 && endsWith ? 'end' : 'start',
  };
}

function directive(dockerfile: Dockerfile, written: string): TextEdit {
  const start = textStart(dockerfile.text);
  return { span: spanOf(start, start), text: `# ${written}${dockerfile.lineBreak}` };
}
