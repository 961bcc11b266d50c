import { overlaps, type TextEdit } from '../rules/index';

/** An edit with the rule whose finding it mends. */
export interface RuleEdit extends TextEdit {
  readonly rule: string;
}

/** A stretch of the first text that still stands, or text that took the place of another. */
type Piece =
  | { readonly start: number; readonly end: number }
  | { readonly text: string; readonly rule: string };

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

/** A text that is edited several times over and knows the edits of the first text that come to the same. */
export class EditedText {
  #pieces: readonly Piece[];

  constructor(private readonly original: string) {
    this.#pieces = [{ start: 0, end: original.length }];
  }

  get text(): string {
    return this.#pieces
      .map((piece) => ('text' in piece ? piece.text : this.original.slice(piece.start, piece.end)))
      .join('');
  }

  /** Makes edits of the text as it is now. They may not overlap. */
  apply(edits: readonly RuleEdit[]): void {
    const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const pieces: Piece[] = [];
    let at = 0;
    for (const { span, text, rule } of ordered) {
      pieces.push(...this.#between(at, span.start), { text, rule });
      at = span.end;
    }
    pieces.push(...this.#between(at, Number.POSITIVE_INFINITY));
    this.#pieces = pieces;
  }

  /** The edits of the first text. */
  get edits(): readonly RuleEdit[] {
    const edits: RuleEdit[] = [];
    let at = 0;
    let open: { text: string; rule: string } | undefined;
    for (const piece of [...this.#pieces, { start: this.original.length, end: this.original.length }]) {
      if ('text' in piece) {
        open = { text: (open?.text ?? '') + piece.text, rule: open?.rule ?? piece.rule };
        continue;
      }
      if (open && (open.text !== '' || at < piece.start))
        edits.push({ span: { start: at, end: piece.start }, ...open });
      open = undefined;
      at = piece.end;
    }
    return edits;
  }

  /** The pieces of a stretch of the text as it is now. */
  #between(start: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, lengthOf(piece));
      if (from < to) pieces.push(cut(piece, from, to));
      // An emptied piece marks a deletion; it belongs to whichever stretch begins at it.
      else if ('text' in piece && piece.text === '' && start <= at && at < end) pieces.push(piece);
      at += lengthOf(piece);
    }
    return pieces;
  }
}

const cut = (piece: Piece, from: number, to: number): Piece =>
  'text' in piece
    ? { text: piece.text.slice(from, to), rule: piece.rule }
    : { start: piece.start + from, end: piece.start + to };

/** True where none of the edits touches one of `taken`, so that both can be made in any order. */
export const fitsBeside = (edits: readonly TextEdit[], taken: readonly TextEdit[]): boolean =>
  edits.every((edit) => taken.every((other) => !overlaps(edit.span, other.span)));
