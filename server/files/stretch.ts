import { readSync } from 'node:fs';

/** A part of an open file, in bytes. */
export interface Stretch {
  readonly handle: number;
  readonly start: number;
  readonly length: number;
}

/** @returns nothing where the file ends before. */
export const readAt = (stretch: Stretch): Buffer => readInto(Buffer.allocUnsafe(stretch.length), stretch);

/** The text that stands there. */
export function textAt(stretch: Stretch): string {
  if (stretch.length > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * stretch.length);
  return readInto(scratch, stretch).toString();
}

/** Texts are read into the same memory one after another: the garbage collector counts each new piece of it. */
let scratch = Buffer.allocUnsafeSlow(32_768);

function readInto(bytes: Buffer, { handle, start, length }: Stretch): Buffer {
  const isWhole = readSync(handle, bytes, 0, length, start) === length;
  return bytes.subarray(0, isWhole ? length : 0);
}
