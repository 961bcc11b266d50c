import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineEnd, lineStart, nextLine, spanOf, type TextEdit } from '../text';
import type { Cursor } from './cursor';
import { type Plain, type Style, styleOf, writeBlock, writeFlow, writeKey, writeScalar } from './style';

declare const branded: unique symbol;

type Wish =
  | { readonly kind: 'set'; readonly cursor: Cursor; readonly value: Plain }
  | { readonly kind: 'remove'; readonly cursor: Cursor }
  | { readonly kind: 'append'; readonly cursor: Cursor; readonly value: Plain }
  | { readonly kind: 'rename'; readonly cursor: Cursor; readonly key: string };

/** What a document is to be, said of its tree. Made only by the functions below. */
export type YamlEdit = Wish & { readonly [branded]: true };

const brand = (wish: Wish): YamlEdit => wish as YamlEdit;

/** The place is to hold `value`; parents that are missing are made. */
export const set = <T>(cursor: Cursor<T>, value: NoInfer<NonNullable<T>> & Plain): YamlEdit =>
  brand({ kind: 'set', cursor: cursor as Cursor, value });

/** As `set`, for a place whose type is not known. */
export const setAny = (cursor: Cursor, value: Plain): YamlEdit => brand({ kind: 'set', cursor, value });

/** The field or element is to go, with its line and the comment on it; a parent that would be left empty goes too. */
export const remove = (cursor: Cursor<never> | Cursor): YamlEdit =>
  brand({ kind: 'remove', cursor: cursor as Cursor });

/** The sequence is to have one more element at its end; it is made where it is missing. */
export const append = <T>(
  cursor: Cursor<readonly T[] | undefined> | Cursor<T[] | undefined> | Cursor<T[]>,
  value: NoInfer<NonNullable<T>> & Plain,
): YamlEdit => brand({ kind: 'append', cursor: cursor as Cursor, value });

/** The field is to have another key. */
export const rename = (cursor: Cursor, key: string): YamlEdit => brand({ kind: 'rename', cursor, key });

/**
 * The smallest text edits that do what `edits` say, in the document's own style: its indentation, quotes, line ends, flow
 * or block. Comments stay. Several edits of one absent parent make that parent once.
 */
export function textEdits(edits: readonly YamlEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  const insertions = new Map<Cursor, Insertion>();
  const removals: Cursor[] = [];
  for (const edit of edits) {
    if (edit.kind === 'remove') removals.push(edit.cursor);
    else if (edit.kind === 'rename') result.push(renamed(edit.cursor, edit.key));
    else if (edit.kind === 'append' && edit.cursor.isSequence)
      insertionAt(insertions, edit.cursor).items.push(edit.value);
    else if (edit.cursor.pair && edit.cursor.origin !== 'merge' && edit.kind === 'set')
      result.push(replaced(edit.cursor, edit.value));
    else if (edit.cursor.source && !edit.cursor.pair && edit.kind === 'set')
      result.push(replaced(edit.cursor, edit.value));
    else addAbsent(insertions, edit.cursor, edit.kind === 'append' ? [edit.value] : edit.value);
  }
  for (const [cursor, insertion] of insertions) result.push(...inserted(cursor, insertion));
  result.push(...removed(removals));
  return result;
}

/** What is to be put into one collection that is there (or is null). */
interface Insertion {
  readonly fields: Map<string, Plain>;
  readonly items: Plain[];
}

function insertionAt(insertions: Map<Cursor, Insertion>, cursor: Cursor): Insertion {
  const known = insertions.get(cursor);
  if (known) return known;
  const made: Insertion = { fields: new Map(), items: [] };
  insertions.set(cursor, made);
  return made;
}

/** Files an absent place under its nearest parent that is there, as nested data. */
function addAbsent(insertions: Map<Cursor, Insertion>, cursor: Cursor, value: Plain): void {
  const route: string[] = [];
  let at = cursor;
  while (at.parent && (!isPresentMap(at) || at === cursor)) {
    route.unshift(at.name);
    at = at.parent;
    if (isPresentMap(at) || at.isNull || (at.pair && !at.exists)) break;
  }
  merge(insertionAt(insertions, at).fields, route, value);
}

const isPresentMap = (cursor: Cursor): boolean => cursor.isMap && cursor.origin !== 'merge';

function merge(fields: Map<string, Plain>, route: readonly string[], value: Plain): void {
  const [first, ...rest] = route;
  if (first === undefined) return;
  if (rest.length === 0) {
    const before = fields.get(first);
    fields.set(first, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value);
    return;
  }
  const before = fields.get(first);
  const nested = new Map(isPlainMap(before) ? Object.entries(before) : []);
  merge(nested, rest, value);
  fields.set(first, Object.fromEntries(nested));
}

const isPlainMap = (value: Plain | undefined): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function renamed(cursor: Cursor, key: string): TextEdit {
  const style = styleOf(cursor.document);
  const node = cursor.pair?.key;
  const quoted = isScalar(node) && node.type === 'QUOTE_DOUBLE';
  return { span: cursor.keySpan, text: quoted ? JSON.stringify(key) : writeKey(key, style) };
}

/** Puts another value where one stands; anchors, tags and the comment behind it stay. */
function replaced(cursor: Cursor, value: Plain): TextEdit {
  const { document, source } = cursor;
  const style = styleOf(document);
  const isEmptyNull =
    source === undefined || (isScalar(source) && source.value === null && source.source === '');
  if (isEmptyNull) return insertedAfterKey(cursor, value, style);
  const scalarNode = isScalar(source) ? (source as Scalar<unknown>) : undefined;
  if (typeof value !== 'object' || value === null)
    return { span: cursor.valueSpan, text: writeScalar(value, style, scalarNode?.type) };
  if (isInFlow(cursor) || !cursor.pair) return { span: cursor.valueSpan, text: writeFlow(value, style) };
  return replacedByBlock(cursor, value, style);
}

/** A block in the place of a short value: the comment behind the value stays on the key's line. */
function replacedByBlock(cursor: Cursor, value: Plain, style: Style): TextEdit {
  const key = cursor.keySpan;
  const { text } = cursor.document;
  const colon = text.indexOf(':', key.end) + 1;
  const { end } = cursor.valueSpan;
  const rest = text.slice(end, lineEnd(text, end));
  const comment = /^\s*#/.test(rest) ? ` ${rest.trim()}` : '';
  const block = blockAfterKey(value, columnOf(text, key.start), style);
  return { span: spanOf(colon, comment === '' ? end : end + rest.length), text: comment + block };
}

function insertedAfterKey(cursor: Cursor, value: Plain, style: Style): TextEdit {
  const { text } = cursor.document;
  const key = cursor.keySpan;
  const colon = text.indexOf(':', key.end) + 1;
  if (typeof value !== 'object' || value === null)
    return { span: spanOf(colon, colon), text: ` ${writeScalar(value, style)}` };
  if (isInFlow(cursor)) return { span: spanOf(colon, colon), text: ` ${writeFlow(value, style)}` };
  const end = lineEnd(text, colon);
  return { span: spanOf(end, end), text: blockAfterKey(value, columnOf(text, key.start), style) };
}

/** What stands behind `key:` for a collection in block style: a line break and the lines, or a short flow form. */
function blockAfterKey(value: Plain, keyColumn: number, style: Style): string {
  if (typeof value !== 'object' || value === null) return ` ${writeScalar(value, style)}`;
  const isList = Array.isArray(value);
  if (isList ? value.length === 0 : Object.keys(value).length === 0) return isList ? ' []' : ' {}';
  const indent = keyColumn + (isList ? style.sequenceIndent : style.indent);
  return style.lineBreak + writeBlock(value, indent, style);
}

/** The column of a place, counted in characters from its line's start; a `- ` before it counts as indentation. */
const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

/** True inside of `{…}` or `[…]`, JSON too. */
function isInFlow(cursor: Cursor): boolean {
  for (let at: Cursor | undefined = cursor.parent; at; at = at.parent) {
    const node = at.node;
    if ((isMap(node) || isSeq(node)) && node.flow) return true;
  }
  return false;
}

function inserted(cursor: Cursor, insertion: Insertion): TextEdit[] {
  const style = styleOf(cursor.document);
  const node = cursor.node;
  const fields = Object.fromEntries(insertion.fields);
  if (isMap(node) && node.items.length > 0) {
    return node.flow
      ? insertedIntoFlowMap(cursor, node, fields, style)
      : [insertedIntoBlockMap(cursor, node, fields, style)];
  }
  if (isSeq(node) && insertion.items.length > 0 && node.items.length > 0) {
    return node.flow
      ? insertedIntoFlowSequence(cursor, node, insertion.items, style)
      : [insertedIntoBlockSequence(cursor, node, insertion.items, style)];
  }
  const value: Plain = insertion.items.length > 0 ? insertion.items : fields;
  return [replaced(cursor, value)];
}

function insertedIntoBlockMap(
  cursor: Cursor,
  map: YAMLMap,
  fields: Record<string, Plain>,
  style: Style,
): TextEdit {
  const { text } = cursor.document;
  const first = (map.items[0] as Pair<Node, Node>).key.range?.[0] ?? 0;
  const column = columnOf(text, first);
  const at = endOfContent(text, map);
  return { span: spanOf(at, at), text: style.lineBreak + writeBlock(fields, column, style) };
}

function insertedIntoBlockSequence(
  cursor: Cursor,
  sequence: YAMLSeq,
  items: readonly Plain[],
  style: Style,
): TextEdit {
  const { text } = cursor.document;
  const column = columnOf(text, sequence.range?.[0] ?? 0);
  const at = endOfContent(text, sequence);
  return { span: spanOf(at, at), text: style.lineBreak + writeBlock(items, column, style) };
}

/** The end of the last line of a block collection's content, behind the comment on that line. */
function endOfContent(text: string, collection: YAMLMap | YAMLSeq): number {
  let node: unknown = collection;
  let end = 0;
  while (node) {
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
      const last: unknown = node.items[node.items.length - 1];
      if (isMap(node)) {
        const pair = last as Pair<Node, Node | null>;
        end = Math.max(end, pair.key.range?.[1] ?? 0);
        node = pair.value;
      } else node = last;
      continue;
    }
    const range = (node as Node).range;
    if (range) end = Math.max(end, contentEnd(text, node as Node, range));
    break;
  }
  return lineEnd(text, end);
}

/** Where a leaf ends; a block scalar ends with its last line that is not blank, as its `|` may keep the others. */
function contentEnd(text: string, node: Node, range: readonly [number, number, number]): number {
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')) return range[1];
  let at = range[1];
  if (/^[|>][-0-9]*\+/.test(text.slice(range[0], range[0] + 4)))
    return text[at - 1] === '\n' ? at - 1 - (text[at - 2] === '\r' ? 1 : 0) : at;
  while (at > range[0] && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

function insertedIntoFlowMap(
  cursor: Cursor,
  map: YAMLMap,
  fields: Record<string, Plain>,
  style: Style,
): TextEdit[] {
  const { text } = cursor.document;
  const last = map.items[map.items.length - 1] as Pair<Node, Node | null>;
  const at = (last.value?.range ?? last.key.range ?? [0, 0, 0])[1];
  const break_ = breakBefore(text, (last.key.range ?? [0])[0]);
  const quote = isScalar(last.key) && last.key.type === 'QUOTE_DOUBLE';
  const flow = { ...style, jsonKeys: quote };
  const written = Object.entries(fields).map(
    ([key, value]) => `${break_ ?? ' '}${writeKey(key, flow)}: ${writeInFlow(value, break_, flow)}`,
  );
  return [{ span: spanOf(at, at), text: written.map((entry) => `,${entry}`).join('') }];
}

function insertedIntoFlowSequence(
  cursor: Cursor,
  sequence: YAMLSeq,
  items: readonly Plain[],
  style: Style,
): TextEdit[] {
  const { text } = cursor.document;
  const last = sequence.items[sequence.items.length - 1] as Node;
  const at = last.range?.[1] ?? 0;
  const break_ = breakBefore(text, last.range?.[0] ?? 0);
  const quoteType = isScalar(last) ? last.type : undefined;
  const write = (value: Plain): string =>
    typeof value === 'object' && value !== null
      ? writeInFlow(value, break_, style)
      : writeScalar(value, style, quoteType ?? undefined);
  return [{ span: spanOf(at, at), text: items.map((item) => `,${break_ ?? ' '}${write(item)}`).join('') }];
}

/** The line break and indentation before a place, where nothing else stands before it on its line (pretty JSON). */
function breakBefore(text: string, offset: number): string | undefined {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  if (before.trim() !== '' || start === 0) return undefined;
  return (text[start - 2] === '\r' ? '\r\n' : '\n') + before;
}

/** A value in flow style, on several lines where the things around it are (pretty JSON). */
function writeInFlow(value: Plain, break_: string | undefined, style: Style): string {
  if (break_ === undefined || typeof value !== 'object' || value === null) return writeFlow(value, style);
  const inner = break_ + (break_.includes('\t') ? '\t' : ' '.repeat(style.indent));
  const list = Array.isArray(value);
  const entries = list
    ? value.map((item: Plain) => writeInFlow(item, inner, style))
    : Object.entries(value).map(
        ([key, item]) => `${writeKey(key, style)}: ${writeInFlow(item, inner, style)}`,
      );
  if (entries.length === 0) return list ? '[]' : '{}';
  return (list ? '[' : '{') + entries.map((entry) => inner + entry).join(',') + break_ + (list ? ']' : '}');
}

/** Removals, together: a parent that loses all that it has goes as a whole. */
function removed(cursors: readonly Cursor[]): TextEdit[] {
  const gone = new Set(cursors);
  for (const cursor of gone) {
    const parent = cursor.parent;
    if (!parent?.parent || gone.has(parent) || parent.origin !== 'own') continue;
    const children = parent.isSequence ? parent.items : parent.fields;
    if (children.length > 0 && children.every((child) => gone.has(child as Cursor))) gone.add(parent);
  }
  return [...gone].filter((cursor) => !hasAncestorIn(cursor, gone)).map((cursor) => removal(cursor, gone));
}

function hasAncestorIn(cursor: Cursor, set: ReadonlySet<Cursor>): boolean {
  for (let at = cursor.parent; at; at = at.parent) if (set.has(at)) return true;
  return false;
}

function removal(cursor: Cursor, gone: ReadonlySet<Cursor>): TextEdit {
  const container = cursor.parent?.node;
  if ((isMap(container) || isSeq(container)) && container.flow) return removalFromFlow(cursor, gone);
  return removalFromBlock(cursor);
}

/** From the start of an element's or field's text to its end, the `- ` of an element with it. */
function extentOf(cursor: Cursor): { start: number; end: number } {
  const { text } = cursor.document;
  const node = cursor.source;
  const nodeEnd = node ? endOfNode(text, node) : cursor.keySpan.end;
  if (cursor.pair) return { start: cursor.keySpan.start, end: Math.max(nodeEnd, cursor.keySpan.end) };
  const range = node?.range ?? [0, 0, 0];
  const dash = text.lastIndexOf('-', range[0] - 1);
  return { start: dash, end: nodeEnd };
}

const endOfNode = (text: string, node: Node): number => {
  if ((isMap(node) || isSeq(node)) && !node.flow) return endOfContent(text, node);
  return contentEnd(text, node, node.range ?? [0, 0, 0]);
};

function removalFromBlock(cursor: Cursor): TextEdit {
  const { text } = cursor.document;
  const { start, end } = extentOf(cursor);
  const from = lineStart(text, start);
  const isAloneBefore = text.slice(from, start).trim() === '';
  const to = nextLine(text, lineEnd(text, end));
  if (isAloneBefore) {
    // The last line of a text without a line end takes the line end before it along.
    const isLast = to === text.length && text[to - 1] !== '\n' && from > 0;
    const before = isLast ? from - (text[from - 2] === '\r' ? 2 : 1) : from;
    return { span: spanOf(before, to), text: '' };
  }
  // The first field of an element: the next field moves up behind the `- `.
  const indent = start - from;
  return { span: spanOf(start, Math.min(to + indent, text.length)), text: '' };
}

function removalFromFlow(cursor: Cursor, gone: ReadonlySet<Cursor>): TextEdit {
  const { text } = cursor.document;
  const siblings: Cursor[] = cursor.parent
    ? cursor.parent.isSequence
      ? cursor.parent.items
      : cursor.parent.fields
    : [];
  const index = siblings.indexOf(cursor);
  const start = cursor.pair ? cursor.keySpan.start : cursor.valueSpan.start;
  const end = cursor.source ? cursor.valueSpan.end : cursor.keySpan.end;
  const hasKeptBefore = siblings.slice(0, index).some((sibling) => !gone.has(sibling));
  if (hasKeptBefore) {
    const comma = text.lastIndexOf(',', start);
    return { span: spanOf(comma, end), text: '' };
  }
  const comma = /^\s*,\s*/.exec(text.slice(end));
  return { span: spanOf(start, end + (comma?.[0].length ?? 0)), text: '' };
}
