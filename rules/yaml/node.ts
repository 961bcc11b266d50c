import { Alias, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** What the nodes of a document say beyond their own place: keys as text, aliases, merge keys. */

/** The part of a document that the meaning of its nodes hangs on. */
export interface Tree {
  readonly contents: Node | null;
}

export type KeyedPair = Pair<Node, Node | null>;

export type NodeForm = 'scalar' | 'map' | 'sequence';

/**
 * What a node behind aliases is; undefined for none. Here and wherever many nodes are looked at, by their classes: the
 * library's own tests look a symbol up in each, which takes longer.
 */
export function formOf(node: Node | undefined): NodeForm | undefined {
  if (node instanceof Scalar) return 'scalar';
  if (node instanceof YAMLMap) return 'map';
  return node instanceof YAMLSeq ? 'sequence' : undefined;
}

export const pairsOf = (map: Node): readonly KeyedPair[] => (map as YAMLMap<Node, Node | null>).items;

export const itemsOf = (sequence: Node): readonly Node[] => (sequence as YAMLSeq<Node>).items;

/** The text of a key; undefined for one that is no scalar. */
export function keyText({ key }: Pair<unknown, unknown>): string | undefined {
  if (!(key instanceof Scalar)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

export const isMergeKey = ({ key }: Pair<unknown, unknown>): boolean =>
  key instanceof Scalar && key.value === '<<' && key.type === 'PLAIN';

/** What stands behind an alias; the node itself where it is none; undefined for an alias of nothing. */
export function behindAlias(node: Node, tree: Tree): Node | undefined {
  // The library walks the whole document to resolve an alias; one walk for all of them is enough.
  return node instanceof Alias ? anchorsOf(tree).get(node) : node;
}

const anchorTables = new WeakMap<Tree, Map<Alias, Node>>();

/** What each alias of a document stands for: the last node of that anchor before it. */
function anchorsOf(tree: Tree): Map<Alias, Node> {
  const known = anchorTables.get(tree);
  if (known) return known;
  const table = new Map<Alias, Node>();
  const anchors = new Map<string, Node>();
  const open: unknown[] = [tree.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (node instanceof Scalar) {
      if (node.anchor) anchors.set(node.anchor, node);
    } else if (node instanceof Pair) open.push(node.value, node.key);
    else if (node instanceof YAMLMap || node instanceof YAMLSeq) {
      if (node.anchor) anchors.set(node.anchor, node);
      for (let index = node.items.length - 1; index >= 0; index--) open.push(node.items[index]);
    } else if (node instanceof Alias) {
      const target = anchors.get(node.source);
      if (target && !holds(target, node)) table.set(node, target);
    }
  }
  anchorTables.set(tree, table);
  return table;
}

/** True where a node stands inside of another: an alias of what holds it means nothing, and Kubernetes refuses it. */
const holds = (outer: Node, inner: Node): boolean =>
  (outer.range?.[0] ?? 0) <= (inner.range?.[0] ?? 0) && (inner.range?.[0] ?? 0) < (outer.range?.[1] ?? 0);

/** The maps that a map merges, in order of precedence. */
function mergedMaps(map: Node, tree: Tree): Node[] {
  const maps: Node[] = [];
  for (const pair of pairsOf(map)) {
    if (!isMergeKey(pair)) continue;
    const value = pair.value ? behindAlias(pair.value, tree) : undefined;
    const candidates =
      value instanceof YAMLSeq ? itemsOf(value).map((item) => behindAlias(item, tree)) : [value];
    for (const candidate of candidates) if (candidate instanceof YAMLMap) maps.push(candidate);
  }
  return maps;
}

/** More maps than any manifest merges into one. */
const maxMerges = 100;

/** Up to so many pairs are searched one by one, which takes less time than to make a table of them. */
export const fewPairs = 16;

/** For longer maps: the pairs by key; of keys that stand twice, the last. */
const tables = new WeakMap<Node, ReadonlyMap<string, KeyedPair>>();

function tableOf(map: Node): ReadonlyMap<string, KeyedPair> {
  let table = tables.get(map);
  if (!table) {
    const made = new Map<string, KeyedPair>();
    for (const pair of pairsOf(map)) {
      const key = keyText(pair);
      if (key !== undefined && !isMergeKey(pair)) made.set(key, pair);
    }
    table = made;
    tables.set(map, table);
  }
  return table;
}

/** The pair of a map itself that has a key; of keys that stand twice, the last. */
function ownPair(map: Node, key: string): KeyedPair | undefined {
  const pairs = pairsOf(map);
  if (pairs.length > fewPairs) return tableOf(map).get(key);
  for (let index = pairs.length - 1; index >= 0; index--) {
    const pair = pairs[index] as KeyedPair;
    if (keyText(pair) === key && !isMergeKey(pair)) return pair;
  }
  return undefined;
}

const hasMerges = (map: Node): boolean => pairsOf(map).some(isMergeKey);

export interface FoundPair {
  readonly pair: KeyedPair;
  readonly isMerged: boolean;
}

/** The pair that a map has for a key, its own before those of the maps that it merges. */
export function findPair(map: Node, key: string, tree: Tree): FoundPair | undefined {
  const own = ownPair(map, key);
  if (own) return { pair: own, isMerged: false };
  const pair = hasMerges(map) ? findMerged(map, key, tree, new Set()) : undefined;
  return pair && { pair, isMerged: true };
}

function findMerged(map: Node, key: string, tree: Tree, searched: Set<Node>): KeyedPair | undefined {
  searched.add(map);
  if (searched.size > maxMerges) return undefined;
  for (const merged of mergedMaps(map, tree)) {
    if (searched.has(merged)) continue;
    const found = ownPair(merged, key) ?? findMerged(merged, key, tree, searched);
    if (found) return found;
  }
  return undefined;
}

/** The keys of a map, each once, those of merged maps after its own. */
export function keysOf(map: Node, tree: Tree, searched: Set<Node> = new Set()): ReadonlySet<string> {
  searched.add(map);
  const keys = new Set<string>();
  for (const pair of pairsOf(map)) {
    const key = keyText(pair);
    if (key !== undefined && !isMergeKey(pair)) keys.add(key);
  }
  if (searched.size <= maxMerges)
    for (const merged of mergedMaps(map, tree))
      if (!searched.has(merged)) for (const key of keysOf(merged, tree, searched)) keys.add(key);
  return keys;
}
