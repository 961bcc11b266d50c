import type { FileJob } from './lint-file';

/** A file whose text stands in the memory of its batch. */
export interface BatchJob extends FileJob {
  /** What its result is to be kept by, where it is to be kept. */
  readonly key: string | undefined;
  /** In bytes. */
  readonly start: number;
  readonly length: number;
}

/** How many files a thread is given at once, as far as there is room for their texts. */
export const batchSize = 24;

/** Files that a thread is given at once. */
export interface Batch {
  readonly jobs: readonly BatchJob[];
  /** Their texts as UTF-8, in memory that threads share: they take no room on a heap until they are linted. */
  readonly texts: SharedArrayBuffer;
}

/** Of the memory for their texts, in bytes. */
const usualSize = 128_000;

/** The memory of batches, which is used again and again: the garbage collector would not see in time that it is free. */
export class BatchMemory {
  readonly #free: SharedArrayBuffer[] = [];

  take(size: number): SharedArrayBuffer {
    if (size > usualSize) return new SharedArrayBuffer(size);
    return this.#free.pop() ?? new SharedArrayBuffer(usualSize);
  }

  giveBack(memory: SharedArrayBuffer): void {
    if (memory.byteLength === usualSize) this.#free.push(memory);
  }
}

/** Gives files to threads several at a time: when there are enough, or when the outcome of one is asked for. */
export class Batches<Outcome> {
  #open: OpenBatch<Outcome> | undefined;

  constructor(
    private readonly memory: BatchMemory,
    private readonly send: (batch: Batch) => Promise<readonly Outcome[]>,
  ) {}

  /**
   * @param utf8 the text of the file; it is copied.
   * @returns how to ask for the outcome.
   */
  add(file: FileJob, key: string | undefined, utf8: Uint8Array): () => Promise<Outcome | undefined> {
    if (!this.#open?.hasRoom(utf8.length)) {
      this.#open?.sent();
      this.#open = new OpenBatch(this.memory, this.send, utf8.length);
    }
    return this.#open.add(file, key, utf8);
  }
}

class OpenBatch<Outcome> {
  readonly #texts: SharedArrayBuffer;
  readonly #jobs: BatchJob[] = [];
  #length = 0;
  #outcomes: Promise<readonly Outcome[]> | undefined;

  constructor(
    private readonly memory: BatchMemory,
    private readonly send: (batch: Batch) => Promise<readonly Outcome[]>,
    size: number,
  ) {
    this.#texts = memory.take(size);
  }

  hasRoom(length: number): boolean {
    return this.#outcomes === undefined && this.#length + length <= this.#texts.byteLength;
  }

  add(
    { uri, languageId, settings, state }: FileJob,
    key: string | undefined,
    utf8: Uint8Array,
  ): () => Promise<Outcome | undefined> {
    const { length } = utf8;
    new Uint8Array(this.#texts, this.#length, length).set(utf8);
    const index = this.#jobs.push({ uri, languageId, settings, state, key, start: this.#length, length }) - 1;
    this.#length += length;
    if (this.#jobs.length === batchSize) this.sent();
    return async () => (await this.sent())[index];
  }

  sent(): Promise<readonly Outcome[]> {
    this.#outcomes ??= this.#send();
    return this.#outcomes;
  }

  async #send(): Promise<readonly Outcome[]> {
    try {
      return await this.send({ jobs: this.#jobs.splice(0), texts: this.#texts });
    } finally {
      this.memory.giveBack(this.#texts);
    }
  }
}
