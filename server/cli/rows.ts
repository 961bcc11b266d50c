import { fstatSync, readSync, writeSync } from 'node:fs';
import { hashOf } from '../files/hash';
import { bytesAt, readAt, type Stretch } from '../files/stretch';
import { KeptLint } from './kept-lint';
import type { Linted } from './lint-file';

/**
 * A row holds a key, the check sum of its value, the value's length in bytes, and the value, with blanks between. A value is the
 * kinds of facts, the facts, and what is packed, with tabulators between.
 */
const keyLength = 43;
const sumLength = 12;
const lengthDigits = 9;
const tabulator = 9;
const lengthAt = keyLength + 1 + sumLength + 1;
const valueAt = lengthAt + lengthDigits + 1;

const noKey = ' '.repeat(keyLength);

/** How much is gathered before it is written. */
const pieceSize = 500_000;

/** So many bytes of UTF-8 at most stand for a unit of a text. */
const bytesPerUnit = 3;

const sumOf = (value: Uint8Array): string => hashOf(value).slice(0, sumLength);

/** An open file of rows, as it is sent to the threads that write to it. */
export interface RowFile {
  readonly handle: number;
  /**
   * Two numbers of 64 bits: its length, of which each thread takes a stretch for itself before it writes, and how many stretches
   * could not be written.
   */
  readonly state: SharedArrayBuffer;
}

/** Begins a file of rows. */
export function beginRows(handle: number, header: string): RowFile {
  const rows = { handle, state: new SharedArrayBuffer(16) };
  writeAll(rows, Buffer.from(header, 'latin1'));
  return rows;
}

const numbersOf = ({ state }: RowFile): BigInt64Array => new BigInt64Array(state);

export const lengthOf = (rows: RowFile): number => Number(Atomics.load(numbersOf(rows), 0));

/** False where some thread could not write: then there is a hole in it. */
export const isWhole = (rows: RowFile): boolean => Atomics.load(numbersOf(rows), 1) === 0n;

/** @returns where it stands. */
function writeAll(rows: RowFile, bytes: Uint8Array): number {
  const start = Number(Atomics.add(numbersOf(rows), 0, BigInt(bytes.length)));
  try {
    for (let at = 0; at < bytes.length; )
      at += writeSync(rows.handle, bytes, at, bytes.length - at, start + at);
  } catch (error) {
    Atomics.add(numbersOf(rows), 1, 1n);
    throw error;
  }
  return start;
}

/** Writes rows, many at once. Where the disk has no room, what was to be written is held. */
export class RowWriter {
  /** What is to be written next, in its first bytes. Rows are made where they are written from. */
  readonly #piece = Buffer.allocUnsafeSlow(pieceSize);
  #waiting = 0;
  /** What waits. */
  #held: KeptLint[] = [];

  constructor(private readonly rows: RowFile) {}

  /** @returns the same, held by the file once it is written. */
  add(linted: Linted, key = noKey): Linted {
    if (!isWhole(this.rows)) return linted;
    const { kinds, facts, packed } = linted;
    const { piece, at } = this.#room(
      valueAt + bytesPerUnit * (kinds.length + facts.length + packed.length + 2),
    );
    const start = at + valueAt;
    // JSON writes tabs as escapes, so the first two part the three.
    const first = start + piece.write(kinds, start, 'latin1');
    piece[first] = tabulator;
    const second = first + 1 + piece.write(facts, first + 1);
    piece[second] = tabulator;
    const end = second + 1 + piece.write(packed, second + 1);
    const sum = sumOf(piece.subarray(start, end));
    piece.write(`${key} ${sum} ${String(end - start).padStart(lengthDigits)} `, at, 'latin1');
    const place = {
      handle: this.rows.handle,
      start: first + 1,
      factsLength: second - first - 1,
      packedLength: end - second - 1,
    };
    const kept = new KeptLint(kinds, place, linted);
    this.#held.push(kept);
    this.#pushed(piece, end);
    return kept;
  }

  copy(row: Buffer): void {
    const { piece, at } = this.#room(row.length);
    this.#pushed(piece, at + row.copy(piece, at));
  }

  flush(): void {
    this.#flush(this.#piece);
  }

  /** Memory with room for so many bytes behind what waits in it; a long row gets a piece of its own. */
  #room(size: number): { readonly piece: Buffer; readonly at: number } {
    if (this.#waiting + size > pieceSize) this.flush();
    return { piece: size > pieceSize ? Buffer.allocUnsafeSlow(size) : this.#piece, at: this.#waiting };
  }

  #pushed(piece: Buffer, end: number): void {
    this.#waiting = end;
    if (piece !== this.#piece) this.#flush(piece);
  }

  #flush(piece: Buffer): void {
    try {
      const start = this.#waiting > 0 ? writeAll(this.rows, piece.subarray(0, this.#waiting)) : 0;
      for (const kept of this.#held) kept.written(start);
    } catch {
      // What was to be written stays held.
    }
    this.#held = [];
    this.#waiting = 0;
  }
}

/** What a row holds; undefined where it is broken. */
export function readRow(row: Stretch): Linted | undefined {
  const bytes = bytesAt(row);
  if (bytes.toString('latin1', keyLength + 1, lengthAt - 1) !== sumOf(bytes.subarray(valueAt)))
    return undefined;
  const first = bytes.indexOf(tabulator, valueAt);
  const second = bytes.indexOf(tabulator, first + 1);
  if (first < 0 || second < 0) return undefined;
  return new KeptLint(bytes.toString('latin1', valueAt, first), {
    handle: row.handle,
    start: row.start + first + 1,
    factsLength: second - first - 1,
    packedLength: row.length - second - 1,
  });
}

/** Where a row stands in its file, in bytes. */
export type RowStretch = Omit<Stretch, 'handle'>;

/** The rows of a file, each with its key; none where another program has written it. */
export function* rowsOf(handle: number, header: string): Generator<readonly [key: string, row: RowStretch]> {
  if (readAt({ handle, start: 0, length: header.length }).toString() !== header) return;
  const { size } = fstatSync(handle);
  const piece = Buffer.allocUnsafe(pieceSize);
  let from = 0;
  let to = 0;
  for (let start = header.length; ; ) {
    if (start + valueAt > to) {
      from = start;
      to = start + readSync(handle, piece, 0, pieceSize, start);
    }
    const head = piece.toString('latin1', start - from, Math.min(start + valueAt, to) - from);
    const length = valueAt + Number.parseInt(head.slice(lengthAt), 10);
    // What follows a row that was cut off, or is none, cannot be told.
    if (!(start + length <= size)) return;
    yield [head.slice(0, keyLength), { start, length }];
    start += length;
  }
}
