/** Word splitting and variable expansion as BuildKit's own shell lexer does it, which is not quite a shell's. */

import { isSpace } from './split';

/** What is known about a variable at a place of a Dockerfile. */
export type Binding =
  | { readonly state: 'set'; readonly value: string }
  /** Surely not set. */
  | { readonly state: 'unset' }
  /** An ARG without default: unset unless the build gives it. */
  | { readonly state: 'argument' }
  /** Maybe set by the base image, by the platform of the build, or from a value that is itself unknown. */
  | { readonly state: 'unknown' };

export interface Environment {
  lookup(name: string): Binding;
}

/** A use of a variable. */
export interface VariableUse {
  readonly name: string;
  readonly state: Binding['state'];
  /** True where the text says what to do without it (`${x:-d}`, `${x:+a}`, `${x:?e}`). */
  readonly guarded: boolean;
}

export interface Expanded {
  /** The text with its variables filled in; those that are not known stay as written. */
  readonly value: string;
  /** True where the value is what the build will use, as long as nothing gives other arguments. */
  readonly resolved: boolean;
  readonly variables: readonly VariableUse[];
  /** Why BuildKit would refuse the text. */
  readonly error: string | undefined;
}

export interface LexerWord {
  readonly text: string;
  /** Where it stands in the lexed text. */
  readonly start: number;
  readonly end: number;
}

interface Options {
  readonly escapeChar: string;
  readonly rawQuotes?: boolean;
  readonly rawEscapes?: boolean;
  readonly skipQuotes?: boolean;
}

/** Longer values are no use to any rule, and variables that double themselves grow without end. */
const maxLength = 20_000;
const maxDepth = 50;

class LexError extends Error {}

/** Besides the escape character, what makes a text mean something else than it says. */
const special = /[$'"<]/;

const none: readonly never[] = [];

/** Fills in variables and takes quotes and escapes off. */
export function expand(text: string, environment: Environment, escapeChar: string): Expanded {
  if (text.length <= maxLength && !special.test(text) && !text.includes(escapeChar))
    return { value: text, resolved: true, variables: none, error: undefined };
  const lexer = new Lexer(text, environment, { escapeChar });
  try {
    const value = lexer.run();
    const tooLong = value.length > maxLength;
    return {
      value: tooLong ? text : value,
      resolved: lexer.resolved && !tooLong,
      variables: lexer.variables,
      error: undefined,
    };
  } catch (error) {
    if (!(error instanceof LexError)) throw error;
    return { value: text, resolved: false, variables: lexer.variables, error: error.message };
  }
}

const keepAll: Environment = { lookup: () => ({ state: 'unknown' }) };

/** Takes quotes and escapes off and leaves variables as they are written. */
export const unquote = (text: string, escapeChar: string): string => expand(text, keepAll, escapeChar).value;

/** The words of a line, with quotes and escapes kept or taken off; none where the line cannot be read. */
export function wordsOf(text: string, options: Options): readonly LexerWord[] {
  const lexer = new Lexer(text, keepAll, options);
  try {
    lexer.run();
    return lexer.words;
  } catch (error) {
    if (!(error instanceof LexError)) throw error;
    return [];
  }
}

class Lexer {
  resolved = true;
  readonly variables: VariableUse[] = [];
  readonly words: LexerWord[] = [];
  private at = 0;
  private depth = 0;
  private word = '';
  private wordStart = 0;

  constructor(
    private readonly text: string,
    private readonly environment: Environment,
    private readonly options: Options,
  ) {}

  run(): string {
    const value = this.until(undefined, this.options.rawEscapes ?? false);
    this.endWord(this.at);
    return value;
  }

  private peek(): string {
    return this.text[this.at] ?? '';
  }

  private next(): string {
    const char = this.peek();
    this.at += 1;
    return char;
  }

  private get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  private until(stop: string | undefined, rawEscapes: boolean): string {
    this.depth += 1;
    if (this.depth > maxDepth) throw new LexError('nested too deeply');
    let result = '';
    while (!this.isAtEnd) {
      const start = this.at;
      if (stop !== undefined && this.peek() === stop) {
        this.next();
        this.depth -= 1;
        return result;
      }
      const piece = this.piece(rawEscapes);
      result += piece.text;
      if (this.depth === 1) this.addToWord(piece.text, piece.splits, start);
      if (result.length > maxLength * 2) throw new LexError('too long');
    }
    this.depth -= 1;
    if (stop !== undefined) throw new LexError(`no matching ${stop}`);
    return result;
  }

  private piece(rawEscapes: boolean): { text: string; splits: boolean } {
    const char = this.peek();
    if (char === '$') return { text: this.dollar(), splits: true };
    if (char === '<') return { text: this.possibleHeredoc(), splits: false };
    if (!this.options.skipQuotes && char === "'") return { text: this.singleQuoted(), splits: false };
    if (!this.options.skipQuotes && char === '"')
      return { text: this.doubleQuoted(rawEscapes), splits: false };
    this.next();
    if (char !== this.options.escapeChar) return { text: char, splits: true };
    const kept = rawEscapes ? char : '';
    return { text: this.isAtEnd ? kept : kept + this.next(), splits: false };
  }

  private addToWord(text: string, splits: boolean, start: number): void {
    if (splits && text.length === 1 && isSpace(text.charCodeAt(0))) {
      this.endWord(start);
      return;
    }
    if (this.word === '') this.wordStart = start;
    this.word += text;
  }

  private endWord(end: number): void {
    if (this.word !== '') this.words.push({ text: this.word, start: this.wordStart, end });
    this.word = '';
  }

  private singleQuoted(): string {
    const end = this.text.indexOf("'", this.at + 1);
    if (end < 0) throw new LexError('a single quote is not closed');
    const quoted = this.text.slice(this.at, end + 1);
    this.at = end + 1;
    return this.options.rawQuotes ? quoted : quoted.slice(1, -1);
  }

  private doubleQuoted(rawEscapes: boolean): string {
    const quote = this.options.rawQuotes ? '"' : '';
    const { escapeChar } = this.options;
    let result = quote;
    this.next();
    for (;;) {
      if (this.isAtEnd) throw new LexError('a double quote is not closed');
      const char = this.peek();
      if (char === '"') {
        this.next();
        return result + quote;
      }
      if (char === '$') {
        result += this.dollar();
        continue;
      }
      this.next();
      if (char !== escapeChar) {
        result += char;
        continue;
      }
      if (rawEscapes) result += char;
      if (this.isAtEnd) continue;
      const escaped = this.peek();
      result += escaped === '"' || escaped === '$' || escaped === escapeChar ? this.next() : char;
    }
  }

  private dollar(): string {
    const start = this.at;
    this.next();
    if (this.peek() !== '{') {
      const name = this.name();
      return name === '' ? '$' : this.plain(name, start);
    }
    this.next();
    if (this.isAtEnd) throw new LexError("a '}' is missing");
    if (this.peek() === '{' || this.peek() === '}' || this.peek() === ':')
      throw new LexError('this substitution is not valid');
    const name = this.name();
    const operator = this.next();
    if (operator === '}') return this.plain(name, start);
    if (operator === '/') return this.replace(name, start);
    const nullIsUnset = operator === ':';
    const modifier = nullIsUnset ? this.next() : operator;
    if (modifier === '' && this.at > this.text.length) throw new LexError("a '}' is missing");
    if (!'+-?#%'.includes(modifier) || modifier === '')
      throw new LexError(`the modifier ${operator}${nullIsUnset ? modifier : ''} is not supported`);
    if (nullIsUnset && (modifier === '#' || modifier === '%'))
      throw new LexError(`the modifier :${modifier} is not supported`);
    const word = this.operand('}', modifier === '#' || modifier === '%');
    return modifier === '#' || modifier === '%'
      ? this.trimmed(name, modifier, word.text, start)
      : this.conditional(name, modifier, nullIsUnset, word, start);
  }

  /** Reads an operand; whether it is resolved counts only if it is used. */
  private operand(stop: string, rawEscapes: boolean): { text: string; resolved: boolean } {
    const before = this.resolved;
    this.resolved = true;
    // BuildKit forgets what it had of the word here; heredocs whose name holds such a variable are none.
    this.word = '';
    try {
      const text = this.until(stop, rawEscapes);
      return { text, resolved: this.resolved };
    } catch (error) {
      if (error instanceof LexError && this.isAtEnd) throw new LexError(`a '${stop}' is missing`);
      throw error;
    } finally {
      this.resolved = before;
    }
  }

  private lookup(name: string, guarded: boolean): Binding {
    const binding = this.environment.lookup(name);
    this.variables.push({ name, state: binding.state, guarded });
    return binding;
  }

  /** The text of a variable that cannot be told, as it is written. */
  private unresolved(start: number): string {
    this.resolved = false;
    return this.text.slice(start, this.at);
  }

  private plain(name: string, start: number): string {
    const binding = this.lookup(name, false);
    if (binding.state === 'set') return binding.value;
    return binding.state === 'unset' ? '' : this.unresolved(start);
  }

  private conditional(
    name: string,
    modifier: string,
    nullIsUnset: boolean,
    word: { text: string; resolved: boolean },
    start: number,
  ): string {
    const binding = this.lookup(name, true);
    if (binding.state === 'unknown') return this.unresolved(start);
    const isSet = binding.state === 'set' && !(nullIsUnset && binding.value === '');
    const useWord = (): string => {
      if (!word.resolved) this.resolved = false;
      return word.text;
    };
    if (modifier === '-') return isSet ? binding.value : useWord();
    if (binding.state === 'argument') return this.unresolved(start);
    if (modifier === '+') return isSet ? useWord() : '';
    if (!isSet) throw new LexError(`${name}: ${word.text || 'is not allowed to be unset'}`);
    return binding.value;
  }

  private trimmed(name: string, modifier: '#' | '%', word: string, start: number): string {
    const binding = this.lookup(name, false);
    if (binding.state === 'unset') return '';
    if (binding.state !== 'set') return this.unresolved(start);
    const greedy = word.startsWith(modifier);
    const pattern = greedy ? word.slice(1) : word;
    if (isCostly(pattern, binding.value, 0)) return this.unresolved(start);
    return modifier === '#'
      ? trimPrefix(pattern, binding.value, greedy)
      : trimSuffix(pattern, binding.value, greedy);
  }

  private replace(name: string, start: number): string {
    const all = this.peek() === '/';
    if (all) this.next();
    const pattern = this.operand('/', true);
    const replacement = this.operand('}', true);
    const binding = this.lookup(name, false);
    if (binding.state === 'unset') return '';
    if (binding.state !== 'set' || !pattern.resolved || !replacement.resolved) return this.unresolved(start);
    if (isCostly(pattern.text, binding.value, 1)) return this.unresolved(start);
    const expression = patternOf(pattern.text, true, false, all ? 'g' : '');
    return binding.value.replace(expression, () => replacement.text);
  }

  private name(): string {
    const match = /^(?:\d+|[@*#?$!-]|[\p{L}\p{Nd}_]+)/u.exec(this.text.slice(this.at, this.at + 200));
    this.at += match?.[0].length ?? 0;
    return match?.[0] ?? '';
  }

  /** White space between `<<` and the delimiter belongs to the word. */
  private possibleHeredoc(): string {
    const match = /^<<[\t\r ]*|^</.exec(this.text.slice(this.at, this.at + 200));
    this.at += match?.[0].length ?? 1;
    return match?.[0] ?? '<';
  }
}

/** More steps than any pattern takes that a person means. */
const maxSteps = 200_000;

/** Each star of a pattern, and a search for where it begins, may go through the whole value again. */
const isCostly = (pattern: string, value: string, searches: number): boolean =>
  pattern.length * value.length ** (pattern.split('*').length - 1 + searches) > maxSteps;

/** A shell pattern (`*`, `?`) as a regular expression. */
function patternOf(pattern: string, greedy: boolean, anchored: boolean, flags = ''): RegExp {
  let out = anchored ? '^' : '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] ?? '';
    if (char === '*') out += greedy ? '.*' : '.*?';
    else if (char === '?') out += '.';
    else if (char === '\\') {
      const escaped = pattern[at + 1] ?? '';
      if (escaped === '}' || escaped === '/') continue;
      if (escaped !== '*' && escaped !== '?' && escaped !== '\\')
        throw new LexError(`the pattern ${pattern} has an escape that is not valid`);
      out += `\\${escaped}`;
      at += 1;
    } else out += char.replace(/[[\]{}.+()|^$]/, '\\$&');
  }
  return new RegExp(out, flags);
}

function trimPrefix(pattern: string, value: string, greedy: boolean): string {
  const match = patternOf(pattern, greedy, true).exec(value);
  return match ? value.slice(match[0].length) : value;
}

/** A regular expression finds the shortest match from the left only, so both are read backwards. */
function trimSuffix(pattern: string, value: string, greedy: boolean): string {
  const backwards = (text: string): string => [...text].reverse().join('');
  const units = pattern.match(/\\[\s\S]|[\s\S]/g) ?? [];
  return backwards(trimPrefix(units.reverse().join(''), backwards(value), greedy));
}
