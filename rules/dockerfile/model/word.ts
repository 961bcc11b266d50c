import type { Span } from '../../text';
import { type Binding, type Environment, type Expanded, expand, unquote } from './lexer';
import type { MappedText } from './mapped-text';

/** How Docker reads a word: with quotes, escapes and variables, or as it is. */
export interface Reading {
  readonly environment: Environment;
  readonly escapeChar: string;
}

/** A word of an instruction: an argument, the name or value of a pair, the value of a flag. */
export class Word {
  #expanded: Expanded | undefined;
  #value: string | undefined;

  /**
   * @param source the word as written; what its JSON string means in exec form.
   * @param reading absent where Docker takes the text as it is.
   */
  constructor(
    readonly source: MappedText,
    private readonly reading?: Reading,
    readonly span: Span = source.span,
  ) {}

  /** The text as written, without line continuations inside of it. */
  get raw(): string {
    return this.source.text;
  }

  /** The text without quotes and escapes, its variables as written. */
  get value(): string {
    this.#value ??= this.reading ? unquote(this.raw, this.reading.escapeChar) : this.raw;
    return this.#value;
  }

  /** What the build uses, as far as the file tells. */
  get expanded(): Expanded {
    this.#expanded ??= this.reading
      ? expand(this.raw, this.reading.environment, this.reading.escapeChar)
      : { value: this.raw, resolved: true, variables: [], error: undefined };
    return this.#expanded;
  }

  /** The expanded value where it is sure; undefined where it depends on what the file does not tell. */
  get known(): string | undefined {
    return this.expanded.resolved ? this.expanded.value : undefined;
  }

  get isQuoted(): boolean {
    return this.raw.startsWith('"') || this.raw.startsWith("'");
  }

  /** True where it uses a variable. */
  get hasVariables(): boolean {
    return this.expanded.variables.length > 0;
  }

  /** A part of the word as a word of its own, by places in `raw`. */
  part(start: number, end?: number): Word {
    return this.read(this.source.slice(start, end));
  }

  /** A text that is read as this word is. */
  read(source: MappedText): Word {
    return new Word(source, this.reading);
  }
}

/** What a variable is once a word is its value. */
export function bindingOf(value: Word | undefined): Binding {
  const known = value?.known;
  return known === undefined ? { state: 'unknown' } : { state: 'set', value: known };
}
