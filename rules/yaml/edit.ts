import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { lineEnd, lineStart, nextLine, type Span, spanOf, type TextEdit } from '../text';
import type { Cursor } from './cursor';
import type { YamlDocument } from './document';
import { type Plain, type Style, styleOf, writeBlock, writeFlow, writeKey, writeScalar } from './style';

declare const branded: unique symbol;

type Wish =
  | { readonly kind: 'set'; readonly cursor: Cursor; readonly value: Plain }
  | { readonly kind: 'remove'; readonly cursor: Cursor }
  | { readonly kind: 'append'; readonly cursor: Cursor; readonly value: Plain }
  | { readonly kind: 'rename'; readonly cursor: Cursor; readonly key: string };

/** What a document is to be, said of its tree. Made only by the functions below. */
export type YamlEdit = Wish & { readonly [branded]: true; readonly keepsComments?: true };

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

/** The same edit, but comments on what goes away stay, on lines of their own before it. */
export const keepingComments = (edit: YamlEdit): YamlEdit => ({ ...edit, keepsComments: true });

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
  const gone = goneWith(removals, insertions);
  // Where two collections end at one place, what goes into the inner one stands first.
  const innerFirst = [...insertions].sort(([a], [b]) => depthOf(b) - depthOf(a));
  for (const [cursor, insertion] of innerFirst) result.push(...inserted(cursor, insertion, gone));
  for (const cursor of gone) if (!hasAncestorIn(cursor, gone)) result.push(removal(cursor, gone));
  const [first] = edits;
  return first && edits.some(({ keepsComments }) => keepsComments)
    ? withComments(first.cursor.document, result)
    : result;
}

const depthOf = (cursor: Cursor): number => (cursor.parent ? depthOf(cursor.parent) + 1 : 0);

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
  const block = blockAfterKey(value, columnOf(text, key.start), style);
  const isMoved = /^\s*#/.test(rest) && block.startsWith(style.lineBreak);
  const comment = isMoved ? ` ${rest.trim()}` : '';
  const properties = /^\s*((?:[&!]\S*\s+)*)/.exec(text.slice(colon, cursor.valueSpan.start))?.[1]?.trim();
  const kept = properties ? ` ${properties}` : '';
  return { span: spanOf(colon, comment === '' ? end : end + rest.length), text: kept + comment + block };
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

function inserted(cursor: Cursor, insertion: Insertion, gone: ReadonlySet<Cursor>): TextEdit[] {
  const style = styleOf(cursor.document);
  const node = cursor.node;
  const fields = Object.fromEntries(insertion.fields);
  if (isMap(node) && node.items.length > 0) {
    return node.flow
      ? insertedIntoFlowMap(cursor, node, fields, style, gone)
      : [insertedIntoBlockMap(cursor, node, fields, style, gone)];
  }
  if (isSeq(node) && insertion.items.length > 0 && node.items.length > 0) {
    return node.flow
      ? insertedIntoFlowSequence(cursor, node, insertion.items, style, gone)
      : [insertedIntoBlockSequence(cursor, node, insertion.items, style, gone)];
  }
  const value: Plain = insertion.items.length > 0 ? insertion.items : fields;
  return [replaced(cursor, value)];
}

function insertedIntoBlockMap(
  cursor: Cursor,
  map: YAMLMap,
  fields: Record<string, Plain>,
  style: Style,
  gone: ReadonlySet<Cursor>,
): TextEdit {
  const { text } = cursor.document;
  const first = (map.items[0] as Pair<Node, Node>).key.range?.[0] ?? 0;
  return insertedAtEnd(cursor, map, writeBlock(fields, columnOf(text, first), style), style, gone);
}

/** Lines behind the last line of a block collection, or in the place of that line where it goes. */
function insertedAtEnd(
  cursor: Cursor,
  collection: YAMLMap | YAMLSeq,
  lines: string,
  style: Style,
  gone: ReadonlySet<Cursor>,
): TextEdit {
  const { text } = cursor.document;
  const at = endOfContent(text, collection);
  const removed = lastGone(cursor, collection, gone);
  if (!removed) return { span: spanOf(at, at), text: style.lineBreak + lines };
  const { end } = removalFromBlock(removed).span;
  const isAtLineStart = text[end - 1] === '\n';
  return { span: spanOf(end, end), text: isAtLineStart ? lines + style.lineBreak : style.lineBreak + lines };
}

/** What goes at the very end of a block collection, at whatever depth. */
function lastGone(cursor: Cursor, node: Node | undefined, gone: ReadonlySet<Cursor>): Cursor | undefined {
  if (!(isMap(node) || isSeq(node)) || node.flow) return undefined;
  const last = childrenOf(cursor).at(-1);
  return last && (gone.has(last) ? last : lastGone(last, last.source, gone));
}

const childrenOf = (cursor: Cursor): readonly Cursor[] =>
  cursor.isSequence
    ? cursor.items
    : (cursor.fields as readonly Cursor[]).filter(({ origin }) => origin === 'own');

function insertedIntoBlockSequence(
  cursor: Cursor,
  sequence: YAMLSeq,
  items: readonly Plain[],
  style: Style,
  gone: ReadonlySet<Cursor>,
): TextEdit {
  const { text } = cursor.document;
  const column = columnOf(text, sequence.range?.[0] ?? 0);
  return insertedAtEnd(cursor, sequence, writeBlock(items, column, style), style, gone);
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
  gone: ReadonlySet<Cursor>,
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
  return [{ span: spanOf(at, at), text: separated(written, cursor, gone) }];
}

function insertedIntoFlowSequence(
  cursor: Cursor,
  sequence: YAMLSeq,
  items: readonly Plain[],
  style: Style,
  gone: ReadonlySet<Cursor>,
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
  const written = items.map((item) => `${break_ ?? ' '}${write(item)}`);
  return [{ span: spanOf(at, at), text: separated(written, cursor, gone) }];
}

/** Entries of a flow collection, each behind a comma; the first has none where all that stood there goes. */
function separated(entries: readonly string[], cursor: Cursor, gone: ReadonlySet<Cursor>): string {
  const isFirst = childrenOf(cursor).every((child) => gone.has(child));
  const text = entries.join(',');
  return isFirst ? text.trimStart() : `,${text}`;
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

/** What goes, together: a parent that loses all that it has and gets nothing new goes as a whole. */
function goneWith(cursors: readonly Cursor[], insertions: ReadonlyMap<Cursor, Insertion>): Set<Cursor> {
  const gone = new Set(cursors);
  for (const cursor of gone) {
    const parent = cursor.parent;
    if (!parent?.parent || gone.has(parent) || parent.origin !== 'own' || insertions.has(parent)) continue;
    const children = parent.isSequence ? parent.items : (parent.fields as Cursor[]);
    if (children.length > 0 && children.every((child) => gone.has(child))) gone.add(parent);
  }
  return gone;
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
  const siblings: readonly Cursor[] = cursor.parent
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

/** Edits that take no comment away: one in a text that goes is put on a line of its own before it. */
function withComments(document: YamlDocument, edits: readonly TextEdit[]): TextEdit[] {
  const comments = commentsOf(document.text);
  return edits.flatMap((edit) => {
    const lost = comments.filter(
      ({ span, text }) =>
        edit.span.start <= span.start && span.end <= edit.span.end && !edit.text.includes(text),
    );
    return lost.length === 0 ? [edit] : [commentLines(document, edit, lost), edit];
  });
}

function commentLines(document: YamlDocument, { span }: TextEdit, comments: readonly Comment[]): TextEdit {
  const { text } = document;
  const at = lineStart(text, span.start);
  const indent = /^ */.exec(text.slice(at))?.[0] ?? '';
  const { lineBreak } = styleOf(document);
  return {
    span: spanOf(at, at),
    text: comments.map((comment) => indent + comment.text + lineBreak).join(''),
  };
}

interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** All comments of a text, by the parser's own reading. */
function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  const open: unknown[] = [...new Parser().parse(text)];
  while (open.length > 0) {
    const token = open.pop();
    if (typeof token !== 'object' || token === null) continue;
    if (isCommentToken(token)) {
      const { offset, source } = token;
      comments.push({ span: spanOf(offset, offset + source.length), text: source });
    } else open.push(...(Object.values(token) as unknown[]));
  }
  return comments.sort((a, b) => a.span.start - b.span.start);
}

const isCommentToken = (token: object): token is { readonly offset: number; readonly source: string } =>
  'type' in token && token.type === 'comment';
