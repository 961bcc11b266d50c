import type { Message } from '../../../message';
import { type Span, spanOf } from '../../../text';
import { Node } from '../derived';
import type { Environment } from '../lexer';
import type { MappedText } from '../mapped-text';
import type { Comment, Heredoc, RawInstruction } from '../reader';
import type { Shell } from '../shell/shell';
import { type JsonString, type RawFlag, readJsonArray } from '../split';
import type { Stage } from '../stage';
import { type Reading, Word } from '../word';
import type { OnbuildInstruction } from './onbuild';

/** What an instruction is given about the place where it stands. */
export interface Site {
  readonly index: number;
  readonly escapeChar: string;
  /** The variables as they are before the instruction. */
  readonly environment: Environment;
  readonly shell: Shell;
  readonly stage: Stage | undefined;
  /** The ONBUILD that holds it. */
  readonly onbuild: OnbuildInstruction | undefined;
  readonly problem: (span: Span, message: Message) => void;
}

/** A flag before the arguments: `--chown=app`. */
export class Flag {
  readonly name: string;
  /** Undefined for a flag without `=`. */
  readonly value: Word | undefined;
  readonly span: Span;
  /** `--chown` without its value. */
  readonly nameSpan: Span;

  constructor({ text, source }: RawFlag, reading: Reading) {
    const equals = text.text.indexOf('=');
    const end = equals < 0 ? text.length : equals;
    this.name = text.text.slice(2, end);
    this.span = source.span;
    this.nameSpan = text.spanOf(0, end);
    this.value = equals < 0 ? undefined : new Word(text.slice(equals + 1), reading);
  }

  /** For flags that switch something on: `--link`, `--link=true`. */
  get isOn(): boolean {
    const value = this.value?.known;
    return this.value === undefined || value?.toLowerCase() === 'true';
  }
}

const none: readonly never[] = [];

/** How the arguments of RUN, CMD and their like are written. */
export type Form = 'shell' | 'exec' | 'heredoc';

export abstract class InstructionBase extends Node {
  abstract readonly kind: string;
  readonly keyword: { readonly text: string; readonly span: Span };
  /** From the keyword to the end of the last line, heredocs included. */
  readonly span: Span;
  readonly flags: readonly Flag[];
  /** The text behind the flags, line continuations taken out. */
  readonly rest: MappedText;

  protected constructor(
    private readonly raw: RawInstruction,
    protected readonly site: Site,
  ) {
    super();
    this.keyword = { text: raw.keyword.text, span: raw.keyword.span };
    this.span = raw.span;
    this.flags = raw.flags.length === 0 ? none : raw.flags.map((flag) => new Flag(flag, this.reading));
    this.rest = raw.rest;
  }

  get heredocs(): readonly Heredoc[] {
    return this.raw.heredocs;
  }

  get commentsBefore(): readonly Comment[] {
    return this.raw.commentsBefore;
  }

  get commentsInside(): readonly Comment[] {
    return this.raw.commentsInside;
  }

  get blankContinuations(): readonly Span[] {
    return this.raw.blankContinuations;
  }

  /** The end of the last line before the heredocs. */
  get lineEnd(): number {
    return this.raw.lineEnd;
  }

  /** True where the file ends behind a continuation character. */
  get isOpen(): boolean {
    return this.raw.isOpen;
  }

  /** Its number in the file. */
  get index(): number {
    return this.site.index;
  }

  /** The stage that it belongs to; undefined before the first FROM. */
  get stage(): Stage | undefined {
    return this.site.stage;
  }

  /** The ONBUILD that holds it. */
  get onbuild(): OnbuildInstruction | undefined {
    return this.site.onbuild;
  }

  /** The variables as they are before it. */
  get environment(): Environment {
    return this.site.environment;
  }

  /** The shell that counts here. */
  get shell(): Shell {
    return this.site.shell;
  }

  /** The keyword in capitals, for messages. */
  get title(): string {
    const { text } = this.keyword;
    // Nearly all are written so, and making capitals of them takes longer than looking.
    return /^[A-Z]+$/.test(text) ? text : text.toUpperCase();
  }

  /** From the first argument to the last; empty behind the keyword where there is none. */
  get argumentsSpan(): Span {
    if (this.rest.length > 0) return this.rest.span;
    const end = this.flags.at(-1)?.span.end ?? this.keyword.span.end;
    return spanOf(end, end);
  }

  /** The last flag of this name. */
  flag(name: string): Flag | undefined {
    const { flags } = this;
    for (let index = flags.length - 1; index >= 0; index -= 1)
      if (flags[index]?.name === name) return flags[index];
    return undefined;
  }

  protected get reading(): Reading {
    return this.site;
  }

  /** The whole of the arguments as one word; undefined where there is none. */
  protected wholeWord(): Word | undefined {
    return this.rest.length === 0 ? undefined : new Word(this.rest, this.reading);
  }

  protected problem(span: Span, message: Message): void {
    this.site.problem(span, message);
  }
}

/** A JSON array's strings, or undefined in shell form; an array of other things is a problem. */
export function execWords(
  instruction: { readonly rest: MappedText },
  refuse: () => void,
): readonly JsonString[] | undefined {
  const json = readJsonArray(instruction.rest);
  if (json !== 'not-strings') return json;
  refuse();
  return undefined;
}

export const jsonWord = ({ text, source }: JsonString, reading?: Reading): Word =>
  new Word(text, reading, source.span);
