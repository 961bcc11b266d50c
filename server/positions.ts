import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span, TextEdit } from '../rules/index';

/** The lines of a text: turns the library's offsets into the protocol's positions and back. */
export class Lines {
  readonly #document: TextDocument;

  constructor(readonly text: string) {
    this.#document = TextDocument.create('', '', 0, text);
  }

  range({ start, end }: Span): Range {
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
  }

  offset(position: Position): number {
    return this.#document.offsetAt(position);
  }

  span({ start, end }: Range): Span {
    return { start: this.offset(start), end: this.offset(end) };
  }

  edit({ span, text }: TextEdit): { range: Range; newText: string } {
    return { range: this.range(span), newText: text };
  }
}

export const isSameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;
