import { lineEndOf, spanOf, type TextEdit } from '../text';
import { type Plain, styleOfFile, writeBlock } from './style';

/** A document of its own, as text in the style of `like`, without a marker. */
export function writeDocument(value: Plain, like: string): string {
  const style = { ...styleOfFile(like), jsonKeys: false };
  return writeBlock(value, 0, style) + style.lineBreak;
}

/** Adds a document to a file behind the one that ends at `at`. */
export function addDocument(text: string, at: number, value: Plain): TextEdit {
  const lineBreak = lineEndOf(text);
  const before = at === 0 || text[at - 1] === '\n' ? '' : lineBreak;
  return { span: spanOf(at, at), text: `${before}---${lineBreak}${writeDocument(value, text)}` };
}
