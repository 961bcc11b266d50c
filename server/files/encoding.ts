import { isUtf8 } from 'node:buffer';
import { t } from '../l10n';

/** How the bytes of a file stand for its text. A byte order mark is no part of the text. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const markOf = (encoding: Encoding): readonly number[] =>
  marks.find(([name]) => name === encoding)?.[1] ?? [];

/** The text of a file as UTF-8, without a byte order mark. */
export interface Body {
  readonly utf8: Uint8Array;
  readonly encoding: Encoding;
}

export const textOf = (utf8: Uint8Array): string =>
  Buffer.from(utf8.buffer, utf8.byteOffset, utf8.length).toString();

/** The text of a file, or why it has none; usually the very bytes that are given. */
export function bodyOf(bytes: Uint8Array): Body | { readonly why: string } {
  const encoding = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? 'utf-8';
  const body = bytes.subarray(markOf(encoding).length);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return bodyOfUtf16(body, encoding);
  if (body.includes(0)) return { why: t`it holds NUL bytes, so it is no text` };
  if (!isUtf8(body)) return { why: t`it is not valid ${'UTF-8'} text` };
  return { utf8: body, encoding };
}

function bodyOfUtf16(body: Uint8Array, encoding: Encoding): Body | { readonly why: string } {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
    return { utf8: Buffer.from(text), encoding };
  } catch {
    return { why: t`it is not valid ${'UTF-16'} text` };
  }
}

/** The bytes of a text, with the byte order mark that its encoding has. */
export function encode({ text, encoding }: Decoded): Uint8Array {
  const body = Buffer.from(text, encoding.startsWith('utf-16') ? 'utf16le' : 'utf8');
  if (encoding === 'utf-16be') body.swap16();
  return Buffer.concat([Uint8Array.from(markOf(encoding)), body]);
}
