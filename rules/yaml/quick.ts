import { Alias, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import table from '../data/api-fields.json';
import { plainValue } from './schema';

/**
 * Reads the YAML that manifests are mostly written in: block maps and sequences, scalars on one line, literal blocks, flow
 * collections without comments, anchors and aliases. For such a text it makes the same tree as the library, with the same
 * places, in a small part of the time; for all other texts, and for all with mistakes, it gives up, and the library reads.
 */
export function readQuickly(text: string): Node | undefined {
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error === givenUp) return undefined;
    throw error;
  }
}

/** Thrown where something stands that is not read here. One for all: it needs no stack. */
const givenUp = new Error('Left to the library');

function giveUp(): never {
  throw givenUp;
}

/** Deeper than any manifest; the library has its own way to refuse what is nested without end. */
const maxDepth = 100;

const newline = 10;
const carriageReturn = 13;
const blank = 32;
const quote = 34;
const hash = 35;
const ampersand = 38;
const apostrophe = 39;
const star = 42;
const comma = 44;
const dash = 45;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const bar = 124;
const closeBrace = 125;
const greater = 62;

/** Keys as they are written without quotes; others are left to the library. */
const plainKey = /[A-Za-z0-9_$./<~][^\s:#'"{}[\],&*!|>%@`]*(?=:(?:[ \r\n]|$))/y;
const flowKey = /[A-Za-z0-9_$./<~][^\s:#'"{}[\],&*!|>%@`]*(?=: )/y;
const anchorName = /[^\s,[\]{}&*!|>'"%@`:]+(?=[ \r\n]|$)/y;
const blockHeader = /([|>])(-?) *\r?\n/y;
const documentStart = /--- *(?:\r?\n|$)/y;

/** What may not open a scalar without quotes, or not without a look at what follows. */
const notPlainStart = /[\s\-?:,[\]{}#&*!|>'"%@`]/;

/**
 * The names of the API's own fields: one string for each, however often it is read, so that to compare two keys is mostly to
 * compare two addresses. None of them is a word with another value.
 */
const fieldNames: ReadonlyMap<string, string> = new Map(
  Object.values(table.types)
    .flatMap((fields) => Object.keys(fields))
    .filter((name) => plainValue(name) === name)
    .map((name) => [name, name]),
);

/** What begins or ends a document where it stands at the margin. */
const isMarker = /^(?:---|\.\.\.)(?: |$)/;

const nodeType = Symbol.for('yaml.node.type');

/** What an object of the library's is made like: its constructors define properties one by one, which costs the most. */
const like = <T extends object>(prototype: T, type: string): T =>
  Object.create(prototype, { [nodeType]: { value: Symbol.for(`yaml.${type}`) } }) as T;

const prototypes = {
  scalar: like(Scalar.prototype, 'scalar'),
  map: like(YAMLMap.prototype as YAMLMap<Node, Node>, 'map'),
  sequence: like(YAMLSeq.prototype as YAMLSeq<Node>, 'seq'),
  pair: like(Pair.prototype as Pair<Node, Node>, 'pair'),
  alias: like(Alias.prototype, 'alias'),
};

type ScalarType = 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';

function makeScalar(value: unknown, type: ScalarType, source: string, start: number, end: number): Scalar {
  const node = Object.create(prototypes.scalar) as Scalar;
  node.value = value;
  node.range = [start, end, end];
  node.source = source;
  node.type = type;
  return node;
}

function makePair(key: Node, value: Node): Pair<Node, Node> {
  const pair = Object.create(prototypes.pair) as Pair<Node, Node>;
  pair.key = key;
  pair.value = value;
  return pair;
}

function makeAlias(source: string, start: number, end: number): Alias {
  const alias = Object.create(prototypes.alias) as Alias;
  alias.source = source;
  alias.range = [start, end, end];
  return alias;
}

function makeMap(start: number, flow: boolean): YAMLMap<Node, Node> {
  const map = Object.create(prototypes.map) as YAMLMap<Node, Node>;
  map.items = [];
  map.range = [start, start, start];
  if (flow) map.flow = true;
  return map;
}

function makeSequence(start: number, flow: boolean): YAMLSeq<Node> {
  const sequence = Object.create(prototypes.sequence) as YAMLSeq<Node>;
  sequence.items = [];
  sequence.range = [start, start, start];
  if (flow) sequence.flow = true;
  return sequence;
}

class Reader {
  #at = 0;
  /** Column of the content at hand; -1 at the end of the text. */
  #column = -1;
  /** Where the last node ends, the rest of its line included. */
  #end = 0;

  constructor(private readonly text: string) {}

  read(): Node | undefined {
    this.#content(0);
    documentStart.lastIndex = this.#at;
    if (this.#column === 0 && documentStart.test(this.text)) this.#content(documentStart.lastIndex);
    if (this.#column < 0) giveUp();
    const node = this.#node(-1, 0);
    if (this.#column >= 0) giveUp();
    return node;
  }

  /** A node at the content at hand, which stands deeper than `parent`. */
  #node(parent: number, depth: number): Node {
    if (depth > maxDepth) giveUp();
    if (this.#isDash()) return this.#sequence(depth);
    const key = this.#key();
    return key ? this.#map(key, depth) : this.#leaf(parent);
  }

  /** True at the `- ` of an element. */
  #isDash(): boolean {
    if (this.text.charCodeAt(this.#at) !== dash) return false;
    const next = this.text.charCodeAt(this.#at + 1);
    return next === blank || next === newline || next === carriageReturn || Number.isNaN(next);
  }

  /** The key at hand, up to its colon; undefined where none stands there. */
  #key(): Scalar | undefined {
    const start = this.#at;
    const first = this.text.charCodeAt(start);
    if (first === quote || first === apostrophe) {
      const end = this.#quotedEnd(first);
      if (this.text.charCodeAt(end) !== colon) return undefined;
      const after = this.text.charCodeAt(end + 1);
      if (after !== blank && after !== newline && after !== carriageReturn && !Number.isNaN(after)) giveUp();
      return this.#quoted(first);
    }
    plainKey.lastIndex = start;
    if (!plainKey.test(this.text)) return undefined;
    const end = plainKey.lastIndex;
    const source = this.text.slice(start, end);
    this.#at = end;
    const name = fieldNames.get(source);
    if (name !== undefined) return makeScalar(name, 'PLAIN', name, start, end);
    return makeScalar(plainValue(source), 'PLAIN', source, start, end);
  }

  #map(first: Scalar, depth: number): Node {
    const column = this.#column;
    const map = makeMap(first.range?.[0] ?? 0, false);
    for (let key: Scalar | undefined = first; key; ) {
      map.items.push(makePair(key, this.#value(column, depth)));
      if (this.#column < column) break;
      if (this.#column > column || this.#isDash()) giveUp();
      key = this.#key();
      if (!key) giveUp();
    }
    return this.#closed(map);
  }

  #sequence(depth: number): Node {
    const column = this.#column;
    const sequence = makeSequence(this.#at, false);
    while (this.#isDash()) {
      sequence.items.push(this.#element(column, depth));
      if (this.#column < column) break;
      if (this.#column > column) giveUp();
    }
    return this.#closed(sequence);
  }

  #closed<Collection extends YAMLMap<Node, Node> | YAMLSeq<Node>>(collection: Collection): Collection {
    const start = collection.range?.[0] ?? 0;
    collection.range = [start, this.#end, this.#end];
    return collection;
  }

  /** What stands behind the `- ` at hand. */
  #element(column: number, depth: number): Node {
    const from = this.#at;
    this.#at = this.#skipBlanks(from + 1);
    if (this.#isLineEnd()) return this.#below(column, depth, false);
    const first = this.text.charCodeAt(this.#at);
    if (first === ampersand) return this.#anchored(column, depth, false);
    this.#column = column + (this.#at - from);
    if (this.#isDash()) return depth > maxDepth ? giveUp() : this.#sequence(depth + 1);
    const key = this.#key();
    return key ? this.#map(key, depth + 1) : this.#leaf(column);
  }

  /** What stands behind the key whose colon is at hand, in a map at `column`. */
  #value(column: number, depth: number): Node {
    this.#at = this.#skipBlanks(this.#at + 1);
    if (this.#isLineEnd()) return this.#below(column, depth, true);
    if (this.text.charCodeAt(this.#at) === ampersand) return this.#anchored(column, depth, true);
    return this.#leaf(column);
  }

  /** A node behind an anchor. */
  #anchored(column: number, depth: number, isInMap: boolean): Node {
    anchorName.lastIndex = this.#at + 1;
    const name = anchorName.exec(this.text)?.[0];
    if (name === undefined) giveUp();
    this.#at = this.#skipBlanks(anchorName.lastIndex);
    if (this.#isLineEnd()) return this.#below(column, depth, isInMap, name);
    const first = this.text.charCodeAt(this.#at);
    // An anchor before a key belongs to the key; one before an alias is a mistake.
    if (first === star || this.#isDash() || this.#isKeyAhead()) giveUp();
    const node = this.#leaf(column);
    (node as Scalar).anchor = name;
    return node;
  }

  #isKeyAhead(): boolean {
    const at = this.#at;
    const isKey = this.#key() !== undefined;
    this.#at = at;
    return isKey;
  }

  /** A node on the lines below its key or dash; null where none stands there. */
  #below(column: number, depth: number, isInMap: boolean, anchor?: string): Node {
    const hasComment = this.text.charCodeAt(this.#at) === hash;
    const empty = this.#at;
    const comments = this.#content(this.#at);
    const isBelow = this.#column > column || (isInMap && this.#column === column && this.#isDash());
    if (isBelow) {
      const node = this.#node(column, depth + 1);
      if (anchor !== undefined) (node as Scalar).anchor = anchor;
      return node;
    }
    // With comments or an anchor the place of a null is a matter of taste, which is left to the library.
    if (hasComment || comments || anchor !== undefined) giveUp();
    this.#end = empty;
    return makeScalar(null, 'PLAIN', '', empty, empty);
  }

  /** A node that is no block collection, on a line of its own or behind its key; `parent` is the column of what holds it. */
  #leaf(parent: number): Node {
    const start = this.#at;
    const first = this.text.charCodeAt(start);
    if (first === bar || first === greater) return this.#block(parent);
    const node = this.#inline(first, parent);
    this.#at = this.#skipBlanks(this.#at);
    if (!this.#isLineEnd()) giveUp();
    if (this.text.charCodeAt(this.#at) === hash && this.text.charCodeAt(this.#at - 1) !== blank) giveUp();
    this.#content(this.#at);
    // A line that is indented deeper goes on with this one.
    if (this.#column > parent) giveUp();
    return node;
  }

  #inline(first: number, parent: number): Node {
    if (first === quote || first === apostrophe) return this.#quoted(first);
    if (first === openBrace || first === openBracket) return this.#flow(parent, 0);
    if (first === star) return this.#alias();
    return this.#plain();
  }

  #alias(): Node {
    const start = this.#at;
    anchorName.lastIndex = start + 1;
    const name = anchorName.exec(this.text)?.[0];
    if (name === undefined) giveUp();
    this.#at = anchorName.lastIndex;
    return makeAlias(name, start, this.#at);
  }

  /** On this line. A loop, since a regular expression runs out of stack in a scalar of some megabytes. */
  #quotedEnd(first: number): number {
    for (let at = this.#at + 1; at < this.text.length; at++) {
      let char = this.text.charCodeAt(at);
      if (char === backslash && first === quote) char = this.text.charCodeAt(++at);
      else if (char === first) {
        if (first !== apostrophe || this.text.charCodeAt(at + 1) !== apostrophe) return at + 1;
        at += 1;
      }
      if (char === newline || char === carriageReturn) break;
    }
    return giveUp();
  }

  #quoted(first: number): Scalar {
    const start = this.#at;
    const end = this.#quotedEnd(first);
    const written = this.text.slice(start + 1, end - 1);
    this.#at = end;
    if (first === apostrophe) {
      const value = written.includes("'") ? written.replaceAll("''", "'") : written;
      return makeScalar(value, 'QUOTE_SINGLE', value, start, end);
    }
    const value = written.includes('\\') ? unescaped(written) : written;
    return makeScalar(value, 'QUOTE_DOUBLE', value, start, end);
  }

  /** A scalar without quotes, to the end of its line or to a comment. */
  #plain(): Scalar {
    const { text } = this;
    const start = this.#at;
    if (notPlainStart.test(text[start] ?? ' ') && !this.#isDashedWord()) giveUp();
    let end = start;
    let at = start;
    for (; at < text.length; at += 1) {
      const char = text.charCodeAt(at);
      if (char === newline || char === carriageReturn) break;
      if (char === blank) continue;
      if (char === hash && text.charCodeAt(at - 1) === blank) break;
      if (char === colon && !isInWord(text.charCodeAt(at + 1))) giveUp();
      if (char < blank) giveUp();
      end = at + 1;
    }
    const source = text.slice(start, end);
    if (isMarker.test(source)) giveUp();
    this.#at = end;
    return makeScalar(plainValue(source), 'PLAIN', source, start, end);
  }

  /** `-x`, `:x` and `?x` are words. */
  #isDashedWord(): boolean {
    const first = this.text.charCodeAt(this.#at);
    return (first === dash || first === colon) && isInWord(this.text.charCodeAt(this.#at + 1));
  }

  /** A literal or a simple folded block; `parent` is the column of what holds it. */
  #block(parent: number): Node {
    const { text } = this;
    const start = this.#at;
    blockHeader.lastIndex = start;
    const header = blockHeader.exec(text);
    if (!header) giveUp();
    const lines: string[] = [];
    let indent = -1;
    let at = blockHeader.lastIndex;
    let end = at;
    let blanks = 0;
    while (at < text.length) {
      const content = this.#skipBlanks(at);
      let stop = text.indexOf('\n', content);
      if (stop < 0) stop = text.length;
      const last = stop > content && text.charCodeAt(stop - 1) === carriageReturn ? stop - 1 : stop;
      if (content === last) {
        // Blanks beyond the indentation are part of the text, or a mistake before it.
        if (content - at > Math.max(indent, 0) && (indent >= 0 || content > at)) giveUp();
        blanks += 1;
      } else {
        const column = content - at;
        if (indent < 0) indent = column;
        // A line at the margin may be a marker that ends the document.
        if (column === 0 && indent === 0) giveUp();
        if (column < indent || column <= parent) {
          if (column > parent) giveUp();
          break;
        }
        if (header[1] === '>' && lines.length > 0 && (blanks > 0 || column > indent)) giveUp();
        for (; blanks > 0; blanks -= 1) lines.push('');
        const line = text.slice(at + indent, last);
        if (line.includes('\r') || (header[1] === '>' && column > indent)) giveUp();
        lines.push(line);
        end = Math.min(stop + 1, text.length);
      }
      at = stop + 1;
    }
    if (lines.length === 0) giveUp();
    if (header[1] === '>' && lines.some((line) => /^\s|[ \t]$/.test(line) || line === '')) giveUp();
    const joined = lines.join(header[1] === '>' ? ' ' : '\n');
    const value = header[2] === '-' ? joined : `${joined}\n`;
    const type = header[1] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
    this.#content(end);
    this.#end = end;
    return makeScalar(value, type, value, start, end);
  }

  /** A collection in brackets or braces; its lines stand deeper than `parent`. */
  #flow(parent: number, depth: number): Node {
    if (depth > maxDepth) giveUp();
    const start = this.#at;
    const isMap = this.text.charCodeAt(start) === openBrace;
    const close = isMap ? closeBrace : closeBracket;
    const items: (Node | Pair<Node, Node>)[] = [];
    this.#at = start + 1;
    this.#flowSpace(parent);
    while (this.text.charCodeAt(this.#at) !== close) {
      items.push(isMap ? this.#flowPair(parent, depth) : this.#flowValue(parent, depth));
      this.#flowSpace(parent);
      const next = this.text.charCodeAt(this.#at);
      if (next === close) break;
      if (next !== comma) giveUp();
      this.#at += 1;
      this.#flowSpace(parent);
      if (this.text.charCodeAt(this.#at) === close) giveUp();
    }
    this.#at += 1;
    const collection = isMap ? makeMap(start, true) : makeSequence(start, true);
    collection.items = items as never[];
    collection.range = [start, this.#at, this.#at];
    return collection;
  }

  #flowPair(parent: number, depth: number): Pair<Node, Node> {
    const first = this.text.charCodeAt(this.#at);
    const isQuoted = first === quote || first === apostrophe;
    const key = isQuoted ? this.#quoted(first) : this.#flowKey();
    if (this.text.charCodeAt(this.#at) !== colon) giveUp();
    this.#at += 1;
    this.#flowSpace(parent);
    return makePair(key, this.#flowValue(parent, depth));
  }

  #flowKey(): Scalar {
    const start = this.#at;
    flowKey.lastIndex = start;
    if (!flowKey.test(this.text)) giveUp();
    this.#at = flowKey.lastIndex;
    const source = this.text.slice(start, this.#at);
    return makeScalar(plainValue(source), 'PLAIN', source, start, this.#at);
  }

  #flowValue(parent: number, depth: number): Node {
    const first = this.text.charCodeAt(this.#at);
    if (first === openBrace || first === openBracket) return this.#flow(parent, depth + 1);
    if (first === quote || first === apostrophe) return this.#quotedInFlow(first);
    return this.#plainInFlow();
  }

  /** A quoted text that is not itself the key of a pair in a sequence. */
  #quotedInFlow(first: number): Node {
    const node = this.#quoted(first);
    const next = this.text.charCodeAt(this.#at);
    return next === colon ? giveUp() : node;
  }

  #plainInFlow(): Scalar {
    const { text } = this;
    const start = this.#at;
    const opens = notPlainStart.test(text[start] ?? ' ');
    if (opens && !(this.#isDashedWord() && isFlowWord(text.charCodeAt(start + 1)))) giveUp();
    let end = start;
    for (let at = start; at < text.length; at += 1) {
      const char = text.charCodeAt(at);
      if (char === newline || char === carriageReturn || char === comma) break;
      if (char === closeBrace || char === closeBracket) break;
      if (char === blank) continue;
      if (char === openBrace || char === openBracket || char === hash || char < blank) giveUp();
      if (char === colon && !isFlowWord(text.charCodeAt(at + 1))) giveUp();
      end = at + 1;
    }
    const source = text.slice(start, end);
    this.#at = end;
    return makeScalar(plainValue(source), 'PLAIN', source, start, end);
  }

  /** Blanks and line ends between the parts of a flow collection. */
  #flowSpace(parent: number): void {
    const { text } = this;
    for (;;) {
      const start = this.#at;
      this.#at = this.#skipBlanks(start);
      const char = text.charCodeAt(this.#at);
      const isBreak =
        char === newline || (char === carriageReturn && text.charCodeAt(this.#at + 1) === newline);
      if (!isBreak) {
        // Only blanks and what may follow them in a collection.
        const isNewLine = start > 0 && text.charCodeAt(start - 1) === newline;
        if (char === hash || char < blank || Number.isNaN(char) || (isNewLine && this.#at - start <= parent))
          giveUp();
        return;
      }
      this.#at += char === newline ? 1 : 2;
    }
  }

  /**
   * Goes from the rest of a line to the next line with content. @returns true where comment lines were passed. Where the
   * content stands less deep than a comment before it, the comment belongs to a collection that ends: that is left to the
   * library.
   */
  #content(from: number): boolean {
    const { text } = this;
    let at = from;
    let deepest = -1;
    let isFirst = from > 0 && text.charCodeAt(from - 1) !== newline;
    this.#end = -1;
    for (;;) {
      const start = at;
      at = this.#skipBlanks(at);
      if (text.charCodeAt(at) === hash) {
        if (!isFirst) deepest = Math.max(deepest, at - start);
        const stop = text.indexOf('\n', at);
        at = stop < 0 ? text.length : stop;
      }
      if (text.charCodeAt(at) === carriageReturn) {
        at += 1;
        if (text.charCodeAt(at) !== newline) giveUp();
      }
      if (at >= text.length) {
        if (this.#end < 0) this.#end = at;
        this.#at = at;
        this.#column = -1;
        if (deepest > 0) giveUp();
        return deepest >= 0;
      }
      if (text.charCodeAt(at) !== newline) {
        if (isFirst || text.charCodeAt(at) < blank) giveUp();
        this.#at = at;
        this.#column = at - start;
        if (deepest > this.#column) giveUp();
        return deepest >= 0;
      }
      at += 1;
      if (this.#end < 0) this.#end = at;
      isFirst = false;
    }
  }

  #skipBlanks(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === blank) at += 1;
    return at;
  }

  /** True where nothing but a comment follows on the line. */
  #isLineEnd(): boolean {
    const char = this.text.charCodeAt(this.#at);
    return char === newline || char === carriageReturn || char === hash || Number.isNaN(char);
  }
}

/** A colon before such a character is part of the word. */
const isInWord = (char: number): boolean => char > blank;

const isFlowWord = (char: number): boolean =>
  char > blank &&
  char !== comma &&
  char !== openBrace &&
  char !== closeBrace &&
  char !== openBracket &&
  char !== closeBracket;

/** Escapes that JSON has too. */
function unescaped(written: string): string {
  if (/\\[^"\\/bfnrtu]/.test(written)) giveUp();
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return giveUp();
  }
}
