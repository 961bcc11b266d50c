import { type Span, spanOf } from '../../../text';
import { Node } from '../derived';
import type { ScriptOwner } from './script';
import type { ShellOptions } from './shell';
import type { ShellWord } from './word';

/** A word as the program gets it: where a known variable holds several words, each is an argument of its own. */
export class Argument {
  constructor(
    readonly word: ShellWord,
    /** Known variables filled in, others as written. */
    readonly value: string,
    private readonly isKnown: boolean,
  ) {}

  /** The value where it is sure. */
  get known(): string | undefined {
    return this.isKnown ? this.value : undefined;
  }

  get span(): Span {
    return this.word.span;
  }

  get isFlag(): boolean {
    return this.value.length > 1 && this.value.startsWith('-');
  }
}

export interface ShellAssignment {
  readonly name: string;
  /** Undefined for arrays. */
  readonly value: ShellWord | undefined;
  readonly span: Span;
}

export interface Redirection {
  /** `>`, `>>`, `<`, `&>`, `<<`, `<<<`… */
  readonly operator: string;
  /** The file descriptor in front of it. */
  readonly descriptor: number | undefined;
  /** The file, the descriptor behind `>&` or the here-string; undefined for heredocs. */
  readonly target: ShellWord | undefined;
  /** The text of a heredoc. */
  readonly body: string | undefined;
  /** True for a heredoc whose word is quoted: its variables are not filled in. */
  readonly isLiteral: boolean;
  readonly span: Span;
}

/** What a command stands in, outermost first. `condition`: before `then` or `do`. `shell`: `sh -c '…'`. */
export type Construct =
  | 'if'
  | 'condition'
  | 'loop'
  | 'case'
  | 'subshell'
  | 'group'
  | 'function'
  | 'substitution'
  | 'shell';

export type Operator = '&&' | '||' | ';' | '&';

/** Programs joined by `|`; each stage holds all commands that run in it. */
export interface Pipeline {
  readonly stages: readonly (readonly Command[])[];
  readonly span: Span;
}

interface CommandParts {
  readonly nameArgument: Argument | undefined;
  readonly args: readonly Argument[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirections: readonly Redirection[];
  readonly wrappers: readonly Command[];
  readonly span: Span;
}

/** Where a command stands among others. */
export interface CommandPosition {
  /** What stands before and after it in its list: `a && b`. */
  readonly before: Operator | undefined;
  readonly after: Operator | undefined;
  readonly inside: readonly Construct[];
  /** `! command` */
  readonly negated: boolean;
  readonly pipeline: Pipeline | undefined;
  readonly stage: number;
  /** What the shell had switched on when the command ran. */
  readonly options: ShellOptions;
}

/** A program that a script runs, by itself or through another (`sudo`, `env`, `xargs`, `sh -c`). */
export class Command extends Node {
  /** The program without its folder: `apt-get`. Undefined where it is a variable, or where only variables are set. */
  readonly name: string | undefined;
  private joined: string | undefined;

  constructor(
    /** The instruction whose script it is. */
    readonly owner: ScriptOwner,
    private readonly parts: CommandParts,
    readonly position: CommandPosition,
    /** Its number among the commands of its instruction. */
    readonly order: number,
  ) {
    super();
    const path = parts.nameArgument?.known;
    this.name = path === undefined ? undefined : path.slice(path.lastIndexOf('/') + 1);
  }

  /** From its first word to its last. */
  get span(): Span {
    return this.parts.span;
  }

  /** The word that names the program. */
  get nameWord(): ShellWord | undefined {
    return this.parts.nameArgument?.word;
  }

  /** What stands for the command in a finding: its name. */
  get nameSpan(): Span {
    return this.nameWord?.span ?? this.span;
  }

  get args(): readonly Argument[] {
    return this.parts.args;
  }

  /** `NAME=value` before the program; its own environment. */
  get assignments(): readonly ShellAssignment[] {
    return this.parts.assignments;
  }

  get redirections(): readonly Redirection[] {
    return this.parts.redirections;
  }

  /** The programs that it is run through, outermost first. */
  get wrappers(): readonly Command[] {
    return this.parts.wrappers;
  }

  isRunBy(name: string): boolean {
    return this.wrappers.some((wrapper) => wrapper.name === name);
  }

  isInside(...constructs: readonly Construct[]): boolean {
    return this.position.inside.some((construct) => constructs.includes(construct));
  }

  /** The commands that read what it writes. */
  get pipesInto(): readonly Command[] {
    return this.position.pipeline?.stages[this.position.stage + 1] ?? [];
  }

  /** The commands whose output it reads. */
  get pipedFrom(): readonly Command[] {
    return this.position.pipeline?.stages[this.position.stage - 1] ?? [];
  }

  /** The arguments as the program gets them, with a blank between them. */
  get text(): string {
    this.joined ??= this.args.map(({ value }) => value).join(' ');
    return this.joined;
  }

  /** True where the shell puts something else into one of the arguments. */
  get hasExpansions(): boolean {
    return this.args.some(({ word }) => word.expansions.length > 0);
  }

  /** True where a word may hide further arguments: an unquoted variable that is not known. */
  get hasHiddenArguments(): boolean {
    return this.args.some((argument) => argument.known === undefined && argument.word.mayBeSeveral);
  }

  /** True where one of the flags is given: `-y` alone or among others (`-qy`), `--yes`, `--yes=true`. */
  hasFlag(...names: readonly string[]): boolean {
    return this.flag(...names) !== undefined;
  }

  /** The argument that holds one of the flags. */
  flag(...names: readonly string[]): Argument | undefined {
    return this.options.find((argument) => names.some((name) => holdsFlag(argument.value, name)));
  }

  /** The value of a flag: `--name=value`, `--name value`, `-nvalue`, `-n value`. The last one counts. */
  flagValue(...names: readonly string[]): Argument | undefined {
    let found: Argument | undefined;
    this.args.forEach((argument, index) => {
      for (const name of names) {
        const value = argument.value;
        if (value === name) found = this.args[index + 1];
        else if (value.startsWith(`${name}=`)) found = tailOf(argument, name.length + 1);
        else if (isShort(name) && value.startsWith(name)) found = tailOf(argument, name.length);
      }
    });
    return found;
  }

  /** The arguments that are no flags. @param valueFlags flags whose value is the next word. */
  positionals(valueFlags: readonly string[] = []): readonly Argument[] {
    const found: Argument[] = [];
    let onlyPositionals = false;
    for (let index = 0; index < this.args.length; index += 1) {
      const argument = this.args[index];
      if (!argument) break;
      if (onlyPositionals || !argument.isFlag) found.push(argument);
      else if (argument.value === '--') onlyPositionals = true;
      else if (takesNext(argument.value, valueFlags)) index += 1;
    }
    return found;
  }

  private get options(): readonly Argument[] {
    const end = this.args.findIndex((argument) => argument.value === '--');
    return (end < 0 ? this.args : this.args.slice(0, end)).filter((argument) => argument.isFlag);
  }
}

const isShort = (name: string): boolean => name.length === 2 && name.startsWith('-') && name !== '--';

function holdsFlag(value: string, name: string): boolean {
  if (value === name || value.startsWith(`${name}=`)) return true;
  return isShort(name) && /^-[a-zA-Z0-9]+$/.test(value) && value.includes(name.slice(1));
}

/** A flag takes the next word unless its value stands in the same one; of `-qo` the last letter counts. */
function takesNext(value: string, valueFlags: readonly string[]): boolean {
  if (valueFlags.includes(value)) return true;
  const last = /^-[a-zA-Z0-9]+$/.test(value) ? `-${value.slice(-1)}` : '';
  return (
    valueFlags.includes(last) && ![...value.slice(1, -1)].some((letter) => valueFlags.includes(`-${letter}`))
  );
}

const tailOf = (argument: Argument, from: number): Argument =>
  new Argument(argument.word, argument.value.slice(from), argument.known !== undefined);

/** The span from the first to the last of several. */
export const spanOver = (spans: readonly Span[]): Span =>
  spanOf(Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end)));
