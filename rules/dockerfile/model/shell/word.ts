import type { Word as WordNode, WordPart } from 'unbash';
import type { Span } from '../../../text';
import type { Environment } from '../lexer';
import { MappedText } from '../mapped-text';

/** A place in a word where the shell puts something else. */
export interface Expansion {
  readonly kind: 'variable' | 'command' | 'arithmetic' | 'process';
  /** The variable's name; undefined for other kinds. */
  readonly name: string | undefined;
  /** True inside of double quotes: the result is not split and its wildcards mean nothing. */
  readonly quoted: boolean;
  /** True for `${x:-d}` and the like, which say what to do without the variable. */
  readonly guarded: boolean;
  readonly text: string;
  readonly span: Span;
}

/** What is known about variables where a script runs. */
export interface ScriptEnvironment {
  readonly environment: Environment;
  /** Variables that the script itself sets: the Dockerfile's value says nothing about them. */
  readonly assigned: ReadonlyMap<string, number>;
  /** Those of them that it gives one value, once. */
  readonly constants: ReadonlyMap<string, string>;
}

interface Piece {
  readonly text: string;
  readonly known: boolean;
  /** True where the shell splits it at white space. */
  readonly splits: boolean;
}

/** A word that the shell makes of one that is written. */
export interface Field {
  /** Without quotes; variables that are known are filled in, others stay as written. */
  readonly value: string;
  /** The value where it is sure. */
  readonly known: string | undefined;
}

/** A word of a shell command, as written. */
export class ShellWord implements Field {
  readonly value: string;
  readonly known: string | undefined;
  readonly expansions: readonly Expansion[];
  /** True where an unquoted `*`, `?` or `[…]` stands for file names. */
  readonly hasGlob: boolean;
  /** None where the word is plain text. */
  private readonly pieces: readonly Piece[];

  constructor(
    readonly node: WordNode,
    /** The script that holds it; the node's places are places in it. */
    private readonly script: MappedText,
    environment: ScriptEnvironment,
  ) {
    const { parts } = node;
    const reader = parts && new PartReader(script, environment);
    reader?.readAll(parts ?? none);
    this.expansions = reader?.expansions ?? none;
    this.hasGlob = reader?.hasGlob ?? false;
    this.pieces = reader?.pieces ?? none;
    this.value = reader ? this.pieces.map((piece) => piece.text).join('') : node.value;
    this.known = this.pieces.every((piece) => piece.known) ? this.value : undefined;
  }

  get span(): Span {
    return this.script.spanOf(this.node.pos, this.node.end);
  }

  /** As written, quotes and all. */
  get text(): string {
    return this.node.text;
  }

  /** True where the word begins with a quote. */
  get isQuoted(): boolean {
    return /^\$?["']/.test(this.node.text);
  }

  /** An unquoted expansion whose value is not known may be no word at all, or several. */
  get mayBeSeveral(): boolean {
    return this.pieces.some((piece) => piece.splits && !piece.known);
  }

  /** The words that the shell makes of it. */
  get fields(): readonly Field[] {
    if (!this.pieces.some((piece) => piece.splits && piece.known)) return [this];
    const fields: { value: string; known: string | undefined }[] = [];
    let current: { value: string; known: string | undefined } | undefined;
    for (const piece of this.pieces) {
      const parts = piece.splits && piece.known ? piece.text.split(/\s+/) : [piece.text];
      parts.forEach((part, index) => {
        if (index > 0) current = undefined;
        if (part === '' && piece.splits) return;
        if (!current) {
          current = { value: '', known: '' };
          fields.push(current);
        }
        current.value += part;
        current.known = piece.known && current.known !== undefined ? current.value : undefined;
      });
    }
    return fields;
  }

  /**
   * The value as a script of its own, for `sh -c '…'`, with its places; undefined where it is not one quoted or plain text.
   * Variables stay as written: the inner shell would see the same.
   */
  get scriptText(): MappedText | undefined {
    const source = this.script.slice(this.node.pos, this.node.end);
    const text = this.node.text;
    const inner = source.slice(1, Math.max(1, text.length - 1));
    if (/^'[^']*'$/.test(text)) return inner;
    if (/^"(?:[^"\\]|\\[\s\S])*"$/.test(text)) return withoutEscapes(inner);
    return /^[^"'\\`\s]*$/.test(text) ? source : undefined;
  }
}

/** Undoes the escapes of double quotes. */
function withoutEscapes(text: MappedText): MappedText {
  const pieces = [...text.text.matchAll(/\\["\\$`]|\\\n|[^\\]+|\\/g)].flatMap((match) => {
    const piece = text.slice(match.index, match.index + match[0].length);
    if (match[0] === '\\\n') return [];
    return [match[0].length === 2 && match[0].startsWith('\\') ? piece.slice(1) : piece];
  });
  return pieces.length === 0 ? text : MappedText.join(pieces);
}

const none: readonly never[] = [];

class PartReader {
  readonly expansions: Expansion[] = [];
  readonly pieces: Piece[] = [];
  hasGlob = false;

  constructor(
    private readonly script: MappedText,
    private readonly variables: ScriptEnvironment,
  ) {}

  readAll(parts: readonly WordPart[]): void {
    for (const part of parts) this.read(part, false);
  }

  private read(part: WordPart, quoted: boolean): void {
    switch (part.type) {
      case 'Literal':
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        this.pieces.push({ text: part.value, known: true, splits: false });
        break;
      case 'DoubleQuoted':
      case 'LocaleString':
        if (part.parts.length === 0) this.pieces.push({ text: '', known: true, splits: false });
        for (const child of part.parts) this.read(child, true);
        break;
      case 'Glob':
        this.hasGlob = true;
        this.pieces.push({ text: part.text, known: true, splits: false });
        break;
      case 'ExtendedGlob':
        this.hasGlob = true;
        this.pieces.push({ text: part.text, known: true, splits: false });
        break;
      case 'BraceExpansion':
        this.pieces.push({ text: part.text, known: false, splits: false });
        break;
      case 'SimpleExpansion':
        this.expansion(part, 'variable', part.text.slice(1), quoted, false);
        break;
      case 'ParameterExpansion':
        this.expansion(
          part,
          'variable',
          part.parameter,
          quoted,
          part.operation?.type === 'Default',
          part.operation !== undefined || part.prefix !== undefined || part.index !== undefined,
        );
        break;
      case 'CommandExpansion':
        this.expansion(part, 'command', undefined, quoted, false);
        break;
      case 'ArithmeticExpansion':
        this.expansion(part, 'arithmetic', undefined, quoted, false);
        break;
      case 'ProcessSubstitution':
        this.expansion(part, 'process', undefined, true, false);
        break;
    }
  }

  private expansion(
    part: { pos: number; end: number; text: string },
    kind: Expansion['kind'],
    name: string | undefined,
    quoted: boolean,
    guarded: boolean,
    isComplex = false,
  ): void {
    const span = this.script.spanOf(part.pos, part.end);
    this.expansions.push({ kind, name, quoted, guarded, text: part.text, span });
    const value = name === undefined || isComplex ? undefined : this.lookup(name);
    this.pieces.push({
      text: value ?? part.text,
      known: value !== undefined,
      // `$(( … ))` and `$#` give one word.
      splits: !quoted && kind !== 'arithmetic' && kind !== 'process' && name !== '#' && name !== '?',
    });
  }

  private lookup(name: string): string | undefined {
    if (this.variables.assigned.has(name)) return this.variables.constants.get(name);
    const binding = this.variables.environment.lookup(name);
    return binding.state === 'set' ? binding.value : undefined;
  }
}
