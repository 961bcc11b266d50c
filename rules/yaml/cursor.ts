import { Alias, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type Span, spanOf } from '../text';
import type { YamlDocument } from './document';
import {
  behindAlias,
  fewPairs,
  findPair,
  formOf,
  itemsOf,
  type KeyedPair,
  keysOf,
  keyText,
  type NodeForm,
  pairsOf,
} from './node';

type Field<T, K extends PropertyKey> =
  NonNullable<T> extends infer Value ? (K extends keyof Value ? Value[K] : unknown) : never;
type FieldName<T> = unknown extends T ? string : Extract<keyof NonNullable<T>, string>;
type Element<T> = NonNullable<T> extends readonly (infer Item)[] ? Item : unknown;
type ValueOf<T> = NonNullable<T> extends Readonly<Record<string, infer Value>> ? Value : unknown;

/** How the value came here: written in place, by an alias (`*name`) or by a merge key (`<<`). */
export type Origin = 'own' | 'alias' | 'merge';

/** Text that another program fills in before Kubernetes reads it. */
const placeholder = /\{\{|\$\{|\$\(|<%|%>|^\$[A-Za-z_]\w*$/;

/** Deeper than any manifest is nested. */
const maxDepth = 200;

/**
 * A place in a YAML document, typed by what the API expects there. It may be absent: then it knows its route, and its span
 * is that of the nearest thing that is there. Values are read by type (`boolean`, `string`…) and are undefined where the
 * document holds another type, so that no check trusts what a person typed.
 */
export class Cursor<T = unknown> {
  /** The node behind aliases. */
  readonly node: Node | undefined;
  readonly #form: NodeForm | undefined;
  // Hundreds of rules ask for the same few places, most of which are absent, so what is worked out is kept: the fields
  // that were asked for in a chain, which costs nothing but its links; in a table too where they are many.
  #first: Cursor | undefined;
  #next: Cursor | undefined;
  #count = 0;
  #byKey: Map<string, Cursor> | undefined;
  /** The elements of a sequence, or the fields of a map. */
  #parts: readonly Cursor[] | undefined;
  #isUnresolved: boolean | undefined;

  private constructor(
    readonly document: YamlDocument,
    readonly parent: Cursor | undefined,
    /** Key in a map, index in a sequence; undefined at the root. */
    readonly key: string | number | undefined,
    /** The node as it stands in the text, maybe an alias. */
    readonly source: Node | undefined,
    /** The pair that holds it, where its parent is a map. */
    readonly pair: KeyedPair | undefined,
    readonly origin: Origin,
  ) {
    this.node = source && behindAlias(source, document);
    this.#form = formOf(this.node);
  }

  static root<T>(document: YamlDocument): Cursor<T> {
    return new Cursor<T>(document, undefined, undefined, document.contents ?? undefined, undefined, 'own');
  }

  /** The field of a map, present or not. */
  at<K extends FieldName<T>>(key: K): Cursor<Field<T, K>> {
    return this.get(key) as Cursor<Field<T, K>>;
  }

  /** The field by a name that the type does not know. */
  get(key: string): Cursor {
    if (this.#byKey) {
      const known = this.#byKey.get(key);
      if (known) return known;
    } else for (let field = this.#first; field; field = field.#next) if (field.key === key) return field;
    return this.#keep(this.#field(key), key);
  }

  /** Keeps a field for those who ask for it next. */
  #keep(field: Cursor, key: string): Cursor {
    field.#next = this.#first;
    this.#first = field;
    this.#count += 1;
    if (this.#byKey) this.#byKey.set(key, field);
    else if (this.#count > fewPairs) {
      this.#byKey = new Map();
      for (let one: Cursor | undefined = field; one; one = one.#next) this.#byKey.set(one.name, one);
    }
    return field;
  }

  /** A field several steps down, by names that the type does not know. */
  path(...keys: readonly (string | number)[]): Cursor {
    return keys.reduce<Cursor>(
      (cursor, key) =>
        typeof key === 'number' ? (cursor.items[key] ?? cursor.#absent(key)) : cursor.get(key),
      this,
    );
  }

  /** True where something other than null stands there. */
  get exists(): boolean {
    return this.#form !== undefined ? !this.isNull : this.node !== undefined;
  }

  get isNull(): boolean {
    return this.#form === 'scalar' && (this.node as Scalar).value === null;
  }

  /** True where another program fills in the value, so that nothing can be said of it. */
  get isUnresolved(): boolean {
    if (this.#form !== 'scalar') return false;
    if (this.#isUnresolved === undefined) {
      const { value } = this.node as Scalar;
      this.#isUnresolved = typeof value === 'string' && placeholder.test(value);
    }
    return this.#isUnresolved;
  }

  get isMap(): boolean {
    return this.#form === 'map';
  }

  get isSequence(): boolean {
    return this.#form === 'sequence';
  }

  get boolean(): boolean | undefined {
    const { scalar } = this;
    return typeof scalar === 'boolean' ? scalar : undefined;
  }

  get number(): number | undefined {
    const { scalar } = this;
    return typeof scalar === 'number' ? scalar : undefined;
  }

  /** The text of a string that is known. */
  get string(): string | undefined {
    const { scalar } = this;
    return typeof scalar === 'string' && !this.isUnresolved ? scalar : undefined;
  }

  /** The value of a scalar of whatever type, a placeholder too. */
  get scalar(): string | number | boolean | null | undefined {
    if (this.#form !== 'scalar') return undefined;
    const { value } = this.node as Scalar;
    return typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean' ||
      value === null
      ? value
      : undefined;
  }

  /** What a scalar says as text, whatever its type: `8080` and `"8080"` alike. */
  get text(): string | undefined {
    const { scalar } = this;
    if (scalar === undefined || scalar === null) return undefined;
    const node = this.node;
    return typeof scalar === 'string'
      ? scalar
      : node instanceof Scalar && typeof node.source === 'string'
        ? node.source
        : String(scalar);
  }

  /** The elements of a sequence; none for anything else. */
  get items(): readonly Cursor<Element<T>>[] {
    if (this.#form !== 'sequence') return none;
    this.#parts ??= this.#readItems();
    return this.#parts as readonly Cursor<Element<T>>[];
  }

  /** The fields of a map, those of merged maps after its own; none for anything else. */
  get fields(): readonly Cursor<ValueOf<T>>[] {
    if (this.#form !== 'map') return none;
    this.#parts ??= this.#readFields();
    return this.#parts as readonly Cursor<ValueOf<T>>[];
  }

  /** The key as text; an index as digits; empty at the root. */
  get name(): string {
    return this.key === undefined ? '' : String(this.key);
  }

  /** As people write it: `spec.containers[0].securityContext`. */
  get route(): string {
    if (!this.parent) return '';
    const before = this.parent.route;
    if (typeof this.key === 'number') return `${before}[${this.key}]`;
    return before === '' ? this.name : `${before}.${this.name}`;
  }

  /** True where an edit here would change other places too: behind an alias or a merge. */
  get isShared(): boolean {
    return this.origin !== 'own' || this.source instanceof Alias || (this.parent?.isShared ?? false);
  }

  /** The key through a short value, the key of a block; for what is absent, the nearest place that is there. */
  get span(): Span {
    if (this.source === undefined && !this.pair) return this.parent ? this.parent.span : spanOf(0, 0);
    if (this.pair) return pairSpan(this.pair, this.source);
    return itemSpan(this.node, this.source);
  }

  /** The key alone; where there is none, the span. */
  get keySpan(): Span {
    const range = this.pair?.key.range;
    return range ? spanOf(range[0], range[1]) : this.span;
  }

  /** The value alone, without what follows on its line; the span where it is absent. */
  get valueSpan(): Span {
    const range = this.source?.range;
    return range ? spanOf(range[0], trimmedEnd(this.document.text, range[0], range[1])) : this.span;
  }

  /** The value as plain data, aliases and merges resolved; undefined where absent. Bounded against alias bombs. */
  toData(budget = { left: 100_000 }, depth = 0): unknown {
    budget.left -= 1;
    if (this.node === undefined || budget.left < 0 || depth > maxDepth) return undefined;
    const inner = (child: Cursor): unknown => child.toData(budget, depth + 1);
    if (this.isMap)
      return Object.fromEntries(this.fields.map((field) => [field.name, inner(field as Cursor)]));
    if (this.isSequence) return this.items.map((item) => inner(item as Cursor));
    return this.scalar;
  }

  #absent(key: string | number): Cursor {
    return new Cursor(this.document, this as Cursor, key, undefined, undefined, 'own');
  }

  #readItems(): Cursor[] {
    return itemsOf(this.node as Node).map(
      (item, index) =>
        new Cursor(
          this.document,
          this as Cursor,
          index,
          item instanceof Pair ? undefined : item,
          undefined,
          'own',
        ) as Cursor,
    );
  }

  #readFields(): Cursor[] {
    const map = this.node as Node;
    const fields: Cursor[] = [];
    for (const pair of pairsOf(map)) {
      const key = keyText(pair);
      if (key === undefined) continue;
      const field = this.get(key);
      // A merge key, or a key that stands twice.
      if (field.pair !== pair) return Array.from(keysOf(map, this.document), (one) => this.get(one));
      fields.push(field);
    }
    return fields;
  }

  #field(key: string): Cursor {
    const found = this.#form === 'map' ? findPair(this.node as Node, key, this.document) : undefined;
    if (!found) return this.#absent(key);
    const { pair, isMerged } = found;
    return new Cursor(
      this.document,
      this as Cursor,
      key,
      pair.value ?? undefined,
      pair,
      isMerged ? 'merge' : 'own',
    );
  }
}

const none: readonly never[] = [];

function isBlock(node: Node | undefined): boolean {
  if (node instanceof Scalar) return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return (node instanceof YAMLMap || node instanceof YAMLSeq) && !node.flow;
}

const isEmpty = (node: Node): boolean => node instanceof Scalar && node.value === null && node.source === '';

function pairSpan(pair: KeyedPair, value: Node | undefined): Span {
  const key = pair.key.range ?? [0, 0, 0];
  const end = value?.range && !isBlock(value) && !isEmpty(value) ? value.range[1] : key[1];
  return spanOf(key[0], Math.max(end, key[1]));
}

/** An element of a sequence is shown by its `name`, or by its first key; a scalar by itself. */
function itemSpan(node: Node | undefined, source: Node | undefined): Span {
  const range = source?.range ?? [0, 0, 0];
  if (source instanceof Alias) return spanOf(range[0], range[1]);
  if (node instanceof YAMLMap) {
    const pairs = pairsOf(node);
    const shown =
      pairs.find((pair) => keyText(pair) === 'name' && pair.value instanceof Scalar) ??
      pairs.find((pair) => keyText(pair) === 'kind') ??
      pairs[0];
    if (shown) return pairSpan(shown, shown.value ?? undefined);
  }
  return isBlock(node) ? spanOf(range[0], range[0]) : spanOf(range[0], range[1]);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
