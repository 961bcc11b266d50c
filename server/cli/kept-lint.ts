import { bytesAt } from '../files/stretch';
import type { Linted } from './lint-file';

/** Where the facts of a row stand in an open file, in bytes; what is packed follows behind a tabulator. */
export interface RowPlace {
  readonly handle: number;
  readonly start: number;
  readonly factsLength: number;
  readonly packedLength: number;
}

/** What the lint of a file has given, in a file of rows. */
export class KeptLint implements Linted {
  readonly #handle: number;
  #start: number;
  readonly #factsLength: number;
  readonly #packedLength: number;
  #held: Linted | undefined;

  /** @param held the same, as long as it is not written: its place is one in what is to be written. */
  constructor(
    readonly kinds: string,
    { handle, start, factsLength, packedLength }: RowPlace,
    held?: Linted,
  ) {
    this.#handle = handle;
    this.#start = start;
    this.#factsLength = factsLength;
    this.#packedLength = packedLength;
    this.#held = held;
  }

  /** @param at where what was to be written stands now. */
  written(at: number): void {
    this.#start += at;
    this.#held = undefined;
  }

  /** Undefined as long as it is not written. */
  get place(): RowPlace | undefined {
    if (this.#held) return undefined;
    return {
      handle: this.#handle,
      start: this.#start,
      factsLength: this.#factsLength,
      packedLength: this.#packedLength,
    };
  }

  get facts(): string {
    return this.#held?.facts ?? this.#textAt(this.#start, this.#factsLength);
  }

  get packed(): string {
    return this.#held?.packed ?? this.#textAt(this.#start + this.#factsLength + 1, this.#packedLength);
  }

  #textAt(start: number, length: number): string {
    return bytesAt({ handle: this.#handle, start, length }).toString();
  }
}

/** As it is sent between threads that have the same file open: its place, or the texts where it is not written. */
export type SentLint = Linted | (RowPlace & Pick<Linted, 'kinds'>);

/** Where it stands in a file; undefined where it does not. */
export const placeOf = (linted: Linted): RowPlace | undefined =>
  linted instanceof KeptLint ? linted.place : undefined;

export function sent(linted: Linted): SentLint {
  const place = placeOf(linted);
  const { kinds } = linted;
  return place ? { kinds, ...place } : { kinds, facts: linted.facts, packed: linted.packed };
}

export const received = (lint: SentLint): Linted => ('start' in lint ? new KeptLint(lint.kinds, lint) : lint);
