import { say } from '../../../message';
import type { Span } from '../../../text';
import type { Binding } from '../lexer';
import type { MappedText } from '../mapped-text';
import type { RawInstruction } from '../reader';
import { splitQuoted } from '../split';
import { bindingOf, Word } from '../word';
import { InstructionBase, type Site } from './base';

/** `name=value`, or the old `ENV name value`. */
export interface Pair {
  readonly name: Word;
  /** Undefined for `ARG name`. */
  readonly value: Word | undefined;
  readonly span: Span;
}

/** The names and values of pairs, in their order. */
export function wordsOfPairs(pairs: readonly Pair[]): readonly Word[] {
  const words: Word[] = [];
  for (const { name, value } of pairs) {
    words.push(name);
    if (value) words.push(value);
  }
  return words;
}

abstract class KeyValueInstruction extends InstructionBase {
  readonly pairs: readonly Pair[];
  /** True for `ENV name value`, which Docker advises against. */
  readonly isLegacy: boolean;

  protected constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    const words = splitQuoted(this.rest, site.escapeChar);
    this.isLegacy = words.length > 0 && !words[0]?.text.includes('=');
    this.pairs = this.isLegacy
      ? this.legacyPair()
      : this.readPairs(words.map((word) => new Word(word, this.reading)));
    if (words.length === 0)
      this.problem(this.keyword.span, say`${this.title} needs at least one \`name=value\`.`);
  }

  private legacyPair(): Pair[] {
    const gap = /[\t\v\f\r ]+/.exec(this.rest.text);
    const whole = new Word(this.rest, this.reading);
    if (!gap) {
      this.problem(
        this.rest.span,
        say`${this.title} \`${this.rest.text}\` has no value: write \`name=value\`.`,
      );
      return [];
    }
    const value = whole.part(gap.index + gap[0].length);
    return [{ name: whole.part(0, gap.index), value, span: whole.span }];
  }

  private readPairs(words: readonly Word[]): Pair[] {
    const pairs: Pair[] = [];
    for (const word of words) {
      const equals = word.raw.indexOf('=');
      if (equals > 0) pairs.push(pairOf(word, equals));
      else
        this.problem(
          word.span,
          equals < 0
            ? say`\`${word.raw}\` is no \`name=value\`. A value with spaces must stand in quotes.`
            : say`A name is missing before \`${word.raw}\`.`,
        );
    }
    return pairs;
  }
}

const pairOf = (word: Word, equals: number): Pair => ({
  name: word.part(0, equals),
  value: word.part(equals + 1),
  span: word.span,
});

export class EnvInstruction extends KeyValueInstruction {
  readonly kind = 'env';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
  }
}

export class LabelInstruction extends KeyValueInstruction {
  readonly kind = 'label';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
  }
}

export class ArgInstruction extends InstructionBase {
  readonly kind = 'arg';
  readonly pairs: readonly Pair[];

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    const words = splitQuoted(this.rest, site.escapeChar);
    this.pairs = this.readPairs(words);
    if (words.length === 0) this.problem(this.keyword.span, say`ARG needs a name.`);
  }

  /** Each pair is read after those before it, whose names it may use. */
  private readPairs(words: readonly MappedText[]): Pair[] {
    const earlier = new Map<string, Binding>();
    const before = this.environment;
    const environment = { lookup: (name: string) => earlier.get(name) ?? before.lookup(name) };
    const pairs: Pair[] = [];
    for (const source of words) {
      const word = new Word(source, { environment, escapeChar: this.reading.escapeChar });
      const equals = word.raw.indexOf('=');
      if (equals === 0) {
        this.problem(word.span, say`A name is missing before \`${word.raw}\`.`);
        continue;
      }
      const pair = equals < 0 ? { name: word, value: undefined, span: word.span } : pairOf(word, equals);
      earlier.set(pair.name.raw, bindingOf(pair.value));
      pairs.push(pair);
    }
    return pairs;
  }

  /** True before the first FROM. */
  get isGlobal(): boolean {
    return this.stage === undefined;
  }
}
