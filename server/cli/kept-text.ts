import { readSync } from 'node:fs';

/** Where a text lies in an open file, in bytes. All threads of a program have the same handles. */
export interface Stretch {
  readonly handle: number;
  readonly start: number;
  readonly length: number;
}

/** A text, or where it is; as plain data, which can be sent between threads. */
export type TextOrPlace = string | Stretch;

export const textAt = (text: TextOrPlace): string =>
  typeof text === 'string' ? text : readAt(text).toString();

/** @returns nothing where the file ends before. */
export function readAt({ handle, start, length }: Stretch): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return readSync(handle, bytes, 0, length, start) === length ? bytes : bytes.subarray(0, 0);
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
