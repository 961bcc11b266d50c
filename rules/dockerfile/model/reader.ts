import { say } from '../../message';
import { lineEnd, nextLine, type Span, spanOf } from '../../text';
import { wordsOf } from './lexer';
import { MappedText } from './mapped-text';
import type { Problem } from './problem';
import { isSpace, readJsonArray, type SplitLine, splitLine } from './split';

/** A comment line; inside of an instruction it stands between continued lines. */
export interface Comment {
  /** The text behind the `#`, without white space around it. */
  readonly text: string;
  /** From the `#` to the end of the line. */
  readonly span: Span;
}

/** A parser directive at the top of the file. */
export interface Directive {
  readonly name: 'syntax' | 'escape' | 'check';
  readonly value: string;
  readonly valueSpan: Span;
  readonly span: Span;
}

/** A heredoc of RUN, COPY or ADD. */
export interface Heredoc {
  readonly name: string;
  /** False where the delimiter is quoted: nothing in it is expanded. */
  readonly expands: boolean;
  /** `<<-`: tabs at the start of lines are taken off. */
  readonly stripsTabs: boolean;
  readonly descriptor: number;
  /** `<<EOF` as it stands in the instruction. */
  readonly word: MappedText;
  /** The lines between, as written. */
  readonly body: MappedText;
  /** What the build gets: the body without the tabs that `<<-` takes off. */
  readonly content: MappedText;
  /** The line that ends it; undefined where the file ends before. */
  readonly terminator: Span | undefined;
}

/** An instruction as lines: continued lines are joined, comment lines between them taken out. */
export interface RawInstruction extends SplitLine {
  readonly line: MappedText;
  /** From the keyword to the end of the last line, heredocs included. */
  readonly span: Span;
  /** To the end of the last line before the heredocs. */
  readonly lineEnd: number;
  /** True where the file ends behind a continuation character. */
  readonly isOpen: boolean;
  readonly heredocs: readonly Heredoc[];
  /** The comments since the instruction before. */
  readonly commentsBefore: readonly Comment[];
  readonly commentsInside: readonly Comment[];
  /** Blank lines between continued lines. */
  readonly blankContinuations: readonly Span[];
}

export interface RawDockerfile {
  readonly escapeChar: string;
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly RawInstruction[];
  readonly problems: readonly Problem[];
}

/** Splits a file into instructions as BuildKit's parser does; what it refuses is told and the rest is read all the same. */
export const readLines = (text: string): RawDockerfile => new Reader(text).read();

const directiveForm = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S[\s\S]*)$/;
const directiveNames: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);

interface Line {
  /** Of the first character that is no white space. */
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  readonly next: number;
}

class Reader {
  private at: number;
  private escapeChar = '\\';
  private mayBeDirective = true;
  private readonly directives: Directive[] = [];
  private readonly comments: Comment[] = [];
  private readonly instructions: RawInstruction[] = [];
  private readonly problems: Problem[] = [];
  private commentsBefore: Comment[] = [];

  constructor(private readonly text: string) {
    this.at = text.startsWith('\ufeff') ? 1 : 0;
  }

  read(): RawDockerfile {
    while (this.at < this.text.length) {
      const line = this.takeLine();
      if (line.start === line.end) this.mayBeDirective = false;
      else if (this.text[line.start] === '#') this.readComment(line);
      else this.readInstruction(line);
    }
    const { escapeChar, directives, comments, instructions, problems } = this;
    return { escapeChar, directives, comments, instructions, problems };
  }

  private takeLine(): Line {
    const from = this.at;
    const next = nextLine(this.text, from);
    let end = lineEnd(this.text, from);
    while (end > from && this.text[end - 1] === '\r') end -= 1;
    this.at = next;
    let start = from;
    while (start < end && isSpace(this.text.charCodeAt(start))) start += 1;
    return { start, end, next };
  }

  private readComment(line: Line): void {
    if (this.readDirective(line)) return;
    const comment = this.commentOn(line);
    // An empty comment line parts the comments above from the instruction.
    if (comment.text === '') this.commentsBefore = [];
    else this.commentsBefore.push(comment);
  }

  private commentOn({ start, end }: Line): Comment {
    const comment = { text: this.text.slice(start + 1, end).trim(), span: spanOf(start, end) };
    this.comments.push(comment);
    return comment;
  }

  private readDirective({ start, end }: Line): boolean {
    const match = this.mayBeDirective ? directiveForm.exec(this.text.slice(start, end)) : null;
    const name = match?.[1]?.toLowerCase() as Directive['name'] | undefined;
    if (!match || name === undefined || !directiveNames.has(name)) {
      this.mayBeDirective = false;
      return false;
    }
    const value = match[2]?.trimEnd() ?? '';
    const valueStart = start + match[0].length - (match[2]?.length ?? 0);
    const span = spanOf(start, end);
    if (this.directives.some((directive) => directive.name === name))
      this.problem(span, say`The parser directive \`${name}\` stands here a second time. Keep one of them.`);
    this.directives.push({ name, value, valueSpan: spanOf(valueStart, valueStart + value.length), span });
    if (name === 'escape') this.setEscape(value, span);
    return true;
  }

  private setEscape(value: string, span: Span): void {
    if (value !== '\\' && value !== '`') {
      this.problem(span, say`The escape character must be \`\\\` or a backtick, not \`${value}\`.`);
      return;
    }
    this.escapeChar = value;
  }

  private problem(span: Span, message: Problem['message']): void {
    this.problems.push({ span, message });
  }

  private readInstruction(first: Line): void {
    this.mayBeDirective = false;
    const pieces: MappedText[] = [];
    const commentsInside: Comment[] = [];
    const blankContinuations: Span[] = [];
    let end = first.end;
    let isOpen = this.takePiece(first.start, first.end, pieces);
    while (isOpen && this.at < this.text.length) {
      const from = this.at;
      const line = this.takeLine();
      if (this.text[line.start] === '#' && line.start < line.end) commentsInside.push(this.commentOn(line));
      else if (line.start === line.end) blankContinuations.push(spanOf(from, line.next));
      else {
        isOpen = this.takePiece(from, line.end, pieces);
        end = line.end;
      }
    }
    const line = MappedText.join(pieces);
    const split = splitLine(line, this.escapeChar);
    const heredocs = this.readHeredocs(line, split);
    const last = heredocs.at(-1);
    this.instructions.push({
      keyword: split.keyword,
      flags: split.flags,
      rest: split.rest,
      line,
      span: spanOf(split.keyword.span.start, last?.terminator?.end ?? last?.body.span.end ?? end),
      lineEnd: end,
      isOpen,
      heredocs,
      commentsBefore: this.commentsBefore,
      commentsInside,
      blankContinuations,
    });
    this.commentsBefore = [];
  }

  /** Takes a line's text without its continuation character; true where the next line belongs to it. */
  private takePiece(start: number, end: number, pieces: MappedText[]): boolean {
    const continuation = this.continuationIn(start, end);
    pieces.push(MappedText.verbatim(this.text.slice(start, continuation ?? end), start));
    return continuation !== undefined;
  }

  /** The escape character at the end of a line, blanks behind it or not; two of them are none. */
  private continuationIn(start: number, end: number): number | undefined {
    let at = end - 1;
    while (at >= start && (this.text[at] === ' ' || this.text[at] === '\t')) at -= 1;
    if (at < start || this.text[at] !== this.escapeChar) return undefined;
    return at > start && this.text[at - 1] === this.escapeChar ? undefined : at;
  }

  private readHeredocs(line: MappedText, split: SplitLine): Heredoc[] {
    if (!line.text.includes('<<') || !mayHoldHeredocs(split, this.escapeChar)) return [];
    const words = wordsOf(line.text, { escapeChar: '\\', rawQuotes: true, rawEscapes: true });
    return words.flatMap(({ text, start, end }) => {
      const opened = heredocIn(text);
      return opened ? [this.readHeredoc(opened, line.slice(start, end))] : [];
    });
  }

  private readHeredoc(opened: OpenedHeredoc, word: MappedText): Heredoc {
    const start = this.at;
    let bodyEnd = start;
    let terminator: Span | undefined;
    while (this.at < this.text.length) {
      const from = this.at;
      const { end } = this.takeLine();
      const line = this.text.slice(from, end);
      if ((opened.stripsTabs ? line.replace(/^\t+/, '') : line) === opened.name) {
        terminator = spanOf(from, end);
        break;
      }
      bodyEnd = this.at;
    }
    if (!terminator)
      this.problem(word.span, say`The heredoc is not closed: no line below is \`${opened.name}\` alone.`);
    const body = MappedText.verbatim(this.text.slice(start, bodyEnd), start);
    return { ...opened, word, body, content: contentOf(body, opened.stripsTabs), terminator };
  }
}

const heredocKeywords: ReadonlySet<string> = new Set(['run', 'copy', 'add']);

/** Heredocs are read in RUN, COPY and ADD, also behind ONBUILD, but not in exec form. */
function mayHoldHeredocs(split: SplitLine, escapeChar: string): boolean {
  const inner = split.keyword.text.toLowerCase() === 'onbuild' ? splitLine(split.rest, escapeChar) : split;
  return heredocKeywords.has(inner.keyword.text.toLowerCase()) && !Array.isArray(readJsonArray(inner.rest));
}

interface OpenedHeredoc {
  readonly name: string;
  readonly expands: boolean;
  readonly stripsTabs: boolean;
  readonly descriptor: number;
}

/** The heredoc that a word opens: `<<EOF`, `3<<-"EOF"`. */
export function heredocIn(word: string): OpenedHeredoc | undefined {
  if (!word.includes('<<')) return undefined;
  const match = /^(\d*)<<(-?)([^<]*)$/.exec(word);
  const rest = match?.[3]?.trimStart() ?? '';
  if (!match || rest === '') return undefined;
  const words = wordsOf(rest, { escapeChar: '\\' });
  const name = words[0]?.text;
  if (words.length !== 1 || name === undefined) return undefined;
  return {
    name,
    expands: !/['"]/.test(rest),
    stripsTabs: match[2] === '-',
    descriptor: Number(match[1] || 0),
  };
}

/** The lines of a heredoc as the build means them: with line feeds alone, and without tabs at the start for `<<-`. */
function contentOf(body: MappedText, stripsTabs: boolean): MappedText {
  if (!stripsTabs && !body.text.includes('\r')) return body;
  let index = 0;
  const pieces = body.text.split(/(?<=\n)/).flatMap((line) => {
    const content = line.replace(/\n$/, '');
    const start = index + (stripsTabs ? (/^\t*/.exec(line)?.[0].length ?? 0) : 0);
    const end = Math.max(start, index + content.replace(/(?<!\r)\r+$/, '').length);
    const lineFeed = index + content.length;
    index += line.length;
    return [body.slice(start, end), body.slice(lineFeed, index)];
  });
  return pieces.length === 0 ? body : MappedText.join(pieces);
}
