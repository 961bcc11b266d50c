import { textAt } from '../files/stretch';
import type { Linted } from './lint-file';

/** Where the parts of a row stand in an open file, in bytes: its facts, and behind them and a tabulator what is packed. */
export interface RowPlace {
  readonly handle: number;
  readonly start: number;
  readonly factsLength: number;
  readonly packedLength: number;
}

/** What the lint of a file has given, in the file of the cache. There is one for each file, so it is small. */
export class KeptLint implements Linted {
  readonly #handle: number;
  readonly #start: number;
  readonly #factsLength: number;
  readonly #packedLength: number;
  #held: Linted | undefined;

  /** @param held the same, as long as it does not stand there. */
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

  written(): void {
    this.#held = undefined;
  }

  get facts(): string {
    return this.#held?.facts ?? this.#textAt(this.#start, this.#factsLength);
  }

  get packed(): string {
    return this.#held?.packed ?? this.#textAt(this.#start + this.#factsLength + 1, this.#packedLength);
  }

  #textAt(start: number, length: number): string {
    return textAt({ handle: this.#handle, start, length });
  }
}
