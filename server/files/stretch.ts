import { readSync } from 'node:fs';

/** A part of an open file, in bytes. */
export interface Stretch {
  readonly handle: number;
  readonly start: number;
  readonly length: number;
}

/** @returns nothing where the file ends before. */
export function readAt(stretch: Stretch): Buffer {
  const bytes = Buffer.allocUnsafe(stretch.length);
  const length = readInto(bytes, stretch);
  return bytes.subarray(0, length === stretch.length ? length : 0);
}

/** Reads as much as there is room for. @returns how much there was. */
export function readInto(bytes: Buffer, { handle, start }: Omit<Stretch, 'length'>): number {
  let length = 0;
  for (let count = 1; count > 0 && length < bytes.length; length += count)
    count = readSync(handle, bytes, length, bytes.length - length, start + length);
  return length;
}

const windowSize = 262_144;

/** Memory that a part of a file was read into. It is used again and again: the garbage collector counts each new piece. */
class Window {
  readonly #bytes = Buffer.allocUnsafeSlow(windowSize);
  #handle = -1;
  #start = 0;
  #length = 0;

  holds({ handle, start, length }: Stretch): boolean {
    return this.#handle === handle && this.#start <= start && start + length <= this.#start + this.#length;
  }

  move(to: Stretch): this {
    this.#handle = to.handle;
    this.#start = to.start;
    this.#length = readInto(this.#bytes, to);
    return this;
  }

  bytesAt({ start, length }: Stretch): Buffer {
    return this.#bytes.subarray(start - this.#start, start - this.#start + length);
  }
}

/** The one that was used last is the last. Parts are asked for in a few runs, of which each goes on where it was. */
const windows = [new Window(), new Window(), new Window(), new Window()];

/**
 * What stands in a file that stays open and that nobody writes to any more; good only until the next part is asked for. What follows is read with it,
 * since it is asked for next.
 * @returns nothing where the file ends before.
 */
export function bytesAt(stretch: Stretch): Buffer {
  if (stretch.length > windowSize) return readAt(stretch);
  const at = windows.findLastIndex((one) => one.holds(stretch));
  const [window] = at < 0 ? windows.splice(0, 1) : windows.splice(at, 1);
  if (!window) return nothing;
  if (at < 0) window.move(stretch);
  windows.push(window);
  return window.holds(stretch) ? window.bytesAt(stretch) : nothing;
}

const nothing = Buffer.alloc(0);
