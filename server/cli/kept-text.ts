import { readSync } from 'node:fs';

/** Where a text lies in an open file, in bytes. All threads of a program have the same handles. */
export interface Stretch {
  readonly handle: number;
  readonly start: number;
  readonly length: number;
}

/** A text, or where it is; as plain data, which can be sent between threads. */
export type TextOrPlace = string | Stretch;

export function textAt(text: TextOrPlace): string {
  if (typeof text === 'string') return text;
  if (text.length > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * text.length);
  return readInto(scratch, text).toString();
}

/** Texts are read into the same memory one after another: the garbage collector counts each new piece of it. */
let scratch = Buffer.allocUnsafeSlow(32_768);

/** @returns nothing where the file ends before. */
export const readAt = (stretch: Stretch): Buffer => readInto(Buffer.allocUnsafe(stretch.length), stretch);

function readInto(bytes: Buffer, { handle, start, length }: Stretch): Buffer {
  const isWhole = readSync(handle, bytes, 0, length, start) === length;
  return bytes.subarray(0, isWhole ? length : 0);
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

  get value(): TextOrPlace {
    return this.held ?? this.place;
  }
}
