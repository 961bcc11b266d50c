import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Span, spanOf } from '../text';
import type { YamlDocument } from './document';

type Field<T, K extends PropertyKey> =
  NonNullable<T> extends infer Value ? (K extends keyof Value ? Value[K] : unknown) : never;
type FieldName<T> = unknown extends T ? string : Extract<keyof NonNullable<T>, string>;
type Element<T> = NonNullable<T> extends readonly (infer Item)[] ? Item : unknown;
type ValueOf<T> = NonNullable<T> extends Readonly<Record<string, infer Value>> ? Value : unknown;

/** How the value came here: written in place, by an alias (`*name`) or by a merge key (`<<`). */
export type Origin = 'own' | 'alias' | 'merge';

/** Text that another program fills in before Kubernetes reads it. */
const placeholder = /\{\{|\$\{|\$\(|<%|%>|^\$[A-Za-z_]\w*$/;

/** More maps than any manifest merges into one. */
const maxMerges = 100;

/** Deeper than any manifest is nested. */
const maxDepth = 200;

/**
 * A place in a YAML document, typed by what the API expects there. It may be absent: then it knows its route, and its span
 * is that of the nearest thing that is there. Values are read by type (`boolean`, `string`…) and are undefined where the
 * document holds another type, so that no check trusts what a person typed.
 */
export class Cursor<T = unknown> {
  // Hundreds of rules ask for the same few places, so what is worked out is kept.
  #children: Map<string, Cursor> | undefined;
  #items: Cursor[] | undefined;
  #fields: Cursor[] | undefined;
  #node: Node | null | undefined;
  #isUnresolved: boolean | undefined;

  private constructor(
    readonly document: YamlDocument,
    readonly parent: Cursor | undefined,
    /** Key in a map, index in a sequence; undefined at the root. */
    readonly key: string | number | undefined,
    /** The node as it stands in the text, maybe an alias. */
    readonly source: Node | undefined,
    /** The pair that holds it, where its parent is a map. */
    readonly pair: Pair<Node, Node | null> | undefined,
    readonly origin: Origin,
  ) {}

  static root<T>(document: YamlDocument): Cursor<T> {
    return new Cursor<T>(document, undefined, undefined, document.contents ?? undefined, undefined, 'own');
  }

  /** The field of a map, present or not. */
  at<K extends FieldName<T>>(key: K): Cursor<Field<T, K>> {
    return this.get(key) as Cursor<Field<T, K>>;
  }

  /** The field by a name that the type does not know. */
  get(key: string): Cursor {
    const known = this.#children?.get(key);
    if (known) return known;
    const made = this.#field(key);
    this.#children ??= new Map();
    this.#children.set(key, made);
    return made;
  }

  /** A field several steps down, by names that the type does not know. */
  path(...keys: readonly (string | number)[]): Cursor {
    return keys.reduce<Cursor>(
      (cursor, key) =>
        typeof key === 'number' ? (cursor.items[key] ?? cursor.#absent(key)) : cursor.get(key),
      this,
    );
  }

  /** The node behind aliases. */
  get node(): Node | undefined {
    if (this.#node === undefined)
      this.#node =
        (this.source && isAlias(this.source) ? resolveAlias(this.source, this.document) : this.source) ??
        null;
    return this.#node ?? undefined;
  }

  /** True where something other than null stands there. */
  get exists(): boolean {
    const node = this.node;
    return node !== undefined && !(isScalar(node) && node.value === null);
  }

  get isNull(): boolean {
    const node = this.node;
    return isScalar(node) && node.value === null;
  }

  /** True where another program fills in the value, so that nothing can be said of it. */
  get isUnresolved(): boolean {
    if (this.#isUnresolved === undefined) {
      const node = this.node;
      this.#isUnresolved = isScalar(node) && typeof node.value === 'string' && placeholder.test(node.value);
    }
    return this.#isUnresolved;
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  get isSequence(): boolean {
    return isSeq(this.node);
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
    const node = this.node;
    if (!isScalar(node)) return undefined;
    const { value } = node as Scalar<unknown>;
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
      : isScalar(node) && typeof node.source === 'string'
        ? node.source
        : String(scalar);
  }

  /** The elements of a sequence; none for anything else. */
  get items(): readonly Cursor<Element<T>>[] {
    this.#items ??= this.#readItems();
    return this.#items as Cursor<Element<T>>[];
  }

  /** The fields of a map, those of merged maps after its own; none for anything else. */
  get fields(): readonly Cursor<ValueOf<T>>[] {
    this.#fields ??= this.#readFields();
    return this.#fields as Cursor<ValueOf<T>>[];
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
    return (
      this.origin !== 'own' ||
      (this.source !== undefined && isAlias(this.source)) ||
      (this.parent?.isShared ?? false)
    );
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
    const node = this.node;
    budget.left -= 1;
    if (node === undefined || budget.left < 0 || depth > maxDepth) return undefined;
    const inner = (child: Cursor): unknown => child.toData(budget, depth + 1);
    if (isMap(node))
      return Object.fromEntries(this.fields.map((field) => [field.name, inner(field as Cursor)]));
    if (isSeq(node)) return this.items.map((item) => inner(item as Cursor));
    return this.scalar;
  }

  #absent(key: string | number): Cursor {
    return new Cursor(this.document, this as Cursor, key, undefined, undefined, 'own');
  }

  #readItems(): Cursor[] {
    const node = this.node;
    if (!isSeq(node)) return [];
    return (node as YAMLSeq<Node>).items.map(
      (item, index) =>
        new Cursor(
          this.document,
          this as Cursor,
          index,
          isPair(item) ? undefined : item,
          undefined,
          'own',
        ) as Cursor,
    );
  }

  #readFields(): Cursor[] {
    const node = this.node;
    return isMap(node) ? [...keysOf(node, this.document)].map((key) => this.get(key)) : [];
  }

  #field(key: string): Cursor {
    const node = this.node;
    const found = isMap(node) ? findPair(node, key, this.document) : undefined;
    if (!found) return this.#absent(key);
    const { pair, merged } = found;
    return new Cursor(
      this.document,
      this as Cursor,
      key,
      pair.value ?? undefined,
      pair,
      merged ? 'merge' : 'own',
    );
  }
}

type KeyedPair = Pair<Node, Node | null>;

const keyText = (pair: Pair<unknown, unknown>): string | undefined => {
  const { key } = pair;
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
};

const isMergeKey = (pair: Pair<unknown, unknown>): boolean =>
  isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.value === '<<';

function resolveAlias(alias: Alias, document: YamlDocument): Node | undefined {
  // The library walks the whole document to resolve an alias; one walk for all of them is enough.
  return anchorsOf(document).get(alias)?.node;
}

interface Anchored {
  readonly node: Node;
}
const anchorTables = new WeakMap<YamlDocument, Map<Alias, Anchored>>();

/** What each alias of a document stands for: the last node of that anchor before it. */
function anchorsOf(document: YamlDocument): Map<Alias, Anchored> {
  const known = anchorTables.get(document);
  if (known) return known;
  const table = new Map<Alias, Anchored>();
  const anchors = new Map<string, Node>();
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target && !holds(target, node)) table.set(node, { node: target });
    } else if (isPair(node)) open.push(node.value, node.key);
    else if (isMap(node) || isSeq(node) || isScalar(node)) {
      if (node.anchor) anchors.set(node.anchor, node);
      if (!isScalar(node))
        for (let index = node.items.length - 1; index >= 0; index--) open.push(node.items[index]);
    }
  }
  anchorTables.set(document, table);
  return table;
}

/** True where a node stands inside of another: an alias of what holds it means nothing, and Kubernetes refuses it. */
const holds = (outer: Node, inner: Node): boolean =>
  (outer.range?.[0] ?? 0) <= (inner.range?.[0] ?? 0) && (inner.range?.[0] ?? 0) < (outer.range?.[1] ?? 0);

/** The maps that a map merges, in order of precedence. */
function mergedMaps(map: YAMLMap, document: YamlDocument): YAMLMap[] {
  const maps: YAMLMap[] = [];
  for (const pair of map.items) {
    if (!isMergeKey(pair)) continue;
    const value = isAlias(pair.value) ? resolveAlias(pair.value, document) : pair.value;
    const candidates = isSeq(value)
      ? value.items.map((item) => (isAlias(item) ? resolveAlias(item, document) : item))
      : [value];
    for (const candidate of candidates) if (isMap(candidate)) maps.push(candidate);
  }
  return maps;
}

interface MapIndex {
  /** By key; of keys that stand twice, the last. */
  readonly pairs: ReadonlyMap<string, KeyedPair>;
  readonly merges: boolean;
}
const mapIndexes = new WeakMap<YAMLMap, MapIndex>();

function indexOf(map: YAMLMap): MapIndex {
  const known = mapIndexes.get(map);
  if (known) return known;
  const pairs = new Map<string, KeyedPair>();
  let merges = false;
  for (const pair of map.items) {
    const key = keyText(pair);
    if (isMergeKey(pair)) merges = true;
    else if (key !== undefined) pairs.set(key, pair as KeyedPair);
  }
  const index = { pairs, merges };
  mapIndexes.set(map, index);
  return index;
}

function findPair(
  map: YAMLMap,
  key: string,
  document: YamlDocument,
  searched: Set<YAMLMap> = new Set(),
): { pair: KeyedPair; merged: boolean } | undefined {
  searched.add(map);
  const { pairs, merges } = indexOf(map);
  const own = pairs.get(key);
  if (own) return { pair: own, merged: false };
  if (!merges || searched.size > maxMerges) return undefined;
  for (const merged of mergedMaps(map, document)) {
    const found = searched.has(merged) ? undefined : findPair(merged, key, document, searched);
    if (found) return { pair: found.pair, merged: true };
  }
  return undefined;
}

function keysOf(
  map: YAMLMap,
  document: YamlDocument,
  searched: Set<YAMLMap> = new Set(),
): ReadonlySet<string> {
  searched.add(map);
  const { pairs, merges } = indexOf(map);
  const keys = new Set(pairs.keys());
  if (merges && searched.size <= maxMerges)
    for (const merged of mergedMaps(map, document))
      if (!searched.has(merged)) for (const key of keysOf(merged, document, searched)) keys.add(key);
  return keys;
}

const isBlock = (node: Node | undefined): boolean =>
  (isMap(node) || isSeq(node)) && !node.flow
    ? true
    : isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');

function pairSpan(pair: KeyedPair, value: Node | undefined): Span {
  const key = pair.key.range ?? [0, 0, 0];
  const end =
    value?.range && !isBlock(value) && !(isScalar(value) && value.value === null && value.source === '')
      ? value.range[1]
      : key[1];
  return spanOf(key[0], Math.max(end, key[1]));
}

/** An element of a sequence is shown by its `name`, or by its first key; a scalar by itself. */
function itemSpan(node: Node | undefined, source: Node | undefined): Span {
  const range = source?.range ?? [0, 0, 0];
  if (source && isAlias(source)) return spanOf(range[0], range[1]);
  if (isMap(node)) {
    const pairs = node.items as KeyedPair[];
    const shown =
      pairs.find((pair) => keyText(pair) === 'name' && isScalar(pair.value)) ??
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
