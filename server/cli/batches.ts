import { batchSize } from './pool';

/** Gives jobs to threads several at a time: when there are enough, or when the outcome of one is asked for. */
export class Batches<Job, Outcome> {
  #open: Batch<Job, Outcome> | undefined;

  constructor(private readonly send: (jobs: readonly Job[]) => Promise<readonly Outcome[]>) {}

  /** @returns how to ask for the outcome. */
  add(job: Job): () => Promise<Outcome | undefined> {
    if (!this.#open || this.#open.isSent) this.#open = new Batch(this.send);
    return this.#open.add(job);
  }
}

class Batch<Job, Outcome> {
  #jobs: Job[] = [];
  #outcomes: Promise<readonly Outcome[]> | undefined;

  constructor(private readonly send: (jobs: readonly Job[]) => Promise<readonly Outcome[]>) {}

  get isSent(): boolean {
    return this.#outcomes !== undefined;
  }

  add(job: Job): () => Promise<Outcome | undefined> {
    const index = this.#jobs.push(job) - 1;
    if (this.#jobs.length === batchSize) this.#sent();
    return async () => (await this.#sent())[index];
  }

  #sent(): Promise<readonly Outcome[]> {
    this.#outcomes ??= this.send(this.#jobs);
    this.#jobs = [];
    return this.#outcomes;
  }
}
