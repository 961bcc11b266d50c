import { readSync } from 'node:fs';

/** Where a text lies in an open file, in bytes. */
export interface Stretch {
  readonly handle: number;
  readonly start: number;
  readonly length: number;
}

/** A text that is held until it stands in its file. */
export class KeptText {
  constructor(
    private readonly place: Stretch,
    private held: string | undefined,
  ) {}

  written(): void {
    this.held = undefined;
  }

  get text(): string {
    if (this.held !== undefined) return this.held;
    const { length } = this.place;
    if (length > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * length);
    return readInto(scratch, this.place).toString();
  }
}

/** A text, here or in a file. */
export type Kept = string | KeptText;

export const textOf = (kept: Kept): string => (typeof kept === 'string' ? kept : kept.text);

/** Texts are read into the same memory one after another: the garbage collector counts each new piece of it. */
let scratch = Buffer.allocUnsafeSlow(32_768);

/** @returns nothing where the file ends before. */
export const readAt = (stretch: Stretch): Buffer => readInto(Buffer.allocUnsafe(stretch.length), stretch);

function readInto(bytes: Buffer, { handle, start, length }: Stretch): Buffer {
  const isWhole = readSync(handle, bytes, 0, length, start) === length;
  return bytes.subarray(0, isWhole ? length : 0);
}
