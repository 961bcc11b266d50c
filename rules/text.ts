/** A half-open range of UTF-16 offsets into one file's text. Only the server's edge makes LSP ranges of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text under `span` by `text`; an insertion where the span is empty. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export const spanOf = (start: number, end: number): Span => ({ start, end });

export const shift = (span: Span, by: number): Span =>
  by === 0 ? span : spanOf(span.start + by, span.end + by);

export const shiftEdits = (edits: readonly TextEdit[], by: number): readonly TextEdit[] =>
  by === 0 ? edits : edits.map((edit) => ({ ...edit, span: shift(edit.span, by) }));

export const overlaps = (a: Span, b: Span): boolean =>
  a.start < b.end && b.start < a.end ? true : a.start === b.start && (a.start === a.end || b.start === b.end);

/**
 * Applies edits to a text. Edits are taken in order of place; insertions at one place keep their order.
 * @throws RangeError if two edits overlap, since the result would depend on their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.span.start < at) throw new RangeError('Edits overlap');
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

/** The line end that a text uses: that of its first line. */
export const lineEndOf = (text: string): '\n' | '\r\n' => {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
};

/** Offset of the first character of the line that holds `offset`. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Offset just before the line end (LF or CRLF) of the line that holds `offset`; the text's end on the last line. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

/** Offset of the first character of the line after the one that holds `offset`; the text's end on the last line. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** A text as it stands in a regular expression that finds it. */
export const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
