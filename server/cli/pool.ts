import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../rules/index';
import type { Translations } from '../l10n';
import { type Batch, type BatchJob, batchSize } from './batches';
import { received, type SentLint } from './kept-lint';
import type { Linted, WantedFixes } from './lint-file';
import type { ReportStyle } from './report-file';
import type { RowFile } from './rows';

/** What a worker knows from its start. */
export interface Equipment {
  readonly wanted: WantedFixes;
  /** Whether parts of the report are to be made right after the lint. */
  readonly isDrafting: boolean;
  readonly style: ReportStyle;
  readonly translations: Translations;
}

/** By which the program knows that it is started as a worker of the pool. */
export interface WorkerData extends Equipment {
  readonly mark: typeof workerMark;
  /** Where results are to be written. */
  readonly rows: RowFile | undefined;
}

export const workerMark = 'seaworthy';

/** A job whose settings the worker has seen already, by number. */
export type SentJob = Omit<BatchJob, 'settings'> & { readonly settings: number };

export interface Request {
  readonly id: number;
  readonly jobs: readonly SentJob[];
  /** As in a batch. */
  readonly texts: SharedArrayBuffer;
  /** Settings that the worker has not seen yet, by number. */
  readonly settings: readonly (readonly [number, Settings])[];
}

export interface Answer {
  readonly id: number;
  readonly results: readonly SentLint[];
}

/** The work on a file ended its worker, twice. */
export const died = Symbol('died');
export type Outcome = Linted | typeof died;

interface Task {
  readonly language: string;
  readonly batch: Batch;
  readonly isSecondTry: boolean;
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** What a tree is made of dies young; with the usual 48 MB each thread would hold twice of what it needs. */
const maxYoungGenerationSizeMb = 16;

/**
 * What V8 is told, for all threads, and the last of its major versions that knows it: a later one would print that it does not. By
 * itself V8 lets a heap grow to four times of what is needed, in each thread. It guesses what will live long; for trees of files
 * it guesses wrong, and what it puts among the old holds the rest of its tree. And an audit ends before most of what goes into its
 * compiled code has paid, so it compiles sooner and with less effort.
 */
const engineFlags = [
  ['--heap-growing-percent=100', 13],
  ['--no-allocation-site-pretenuring', 13],
  ['--max-inlined-bytecode-size-cumulative=200', 13],
  ['--no-turbo-splitting', 13],
  ['--no-turbo-loop-peeling', 13],
  ['--interrupt-budget=33000', 11],
] as const;

function setEngineFlags(): void {
  const version = Number.parseInt(process.versions.v8, 10);
  for (const [flag, last] of engineFlags) if (version <= last) setFlagsFromString(flag);
}

/** The files of a language that it was given so far, and how many are still to come. */
interface Seen {
  readonly bytes: number;
  readonly files: number;
  readonly toCome: number;
}

const nothing: Seen = { bytes: 0, files: 0, toCome: 0 };

/** How many batches a worker has at hand, so that it need not wait for the next one. */
const perWorker = 2;

/**
 * How many bytes of files have to be left for each worker that knows their language, before another one learns it. Code is
 * slow until the engine has seen it run for a while, and each worker has an engine of its own: what it compiles takes as long
 * as this much of linting does.
 */
const worthLearning = 5_000_000;

/**
 * Threads that lint. A worker that dies loses nothing: what it had at hand is given to a new one, file by file, and only a file
 * that ends that one too is given up.
 */
export class Pool {
  readonly #members: Member[] = [];
  /** What nobody has yet been given, by language, the oldest first. */
  readonly #waiting = new Map<string, Task[]>();
  /** What has ended its worker and is tried once more. */
  readonly #again: Task[] = [];
  readonly #seen = new Map<string, Seen>();
  #rows: RowFile | undefined;
  #isClosed = false;

  constructor(
    private readonly program: string,
    private readonly size: number,
    private readonly equipment: Equipment,
  ) {}

  /**
   * Starts a thread for each language that projects are made of, so that they are ready when there is something to do.
   * @param rows where results are to be written, so that they need not be sent.
   */
  start(rows?: RowFile): void {
    this.#rows = rows;
    while (this.#members.length < Math.min(this.size, 2)) this.#addMember();
  }

  /**
   * @param language of all files, so that each thread has as few languages to learn as can be.
   * @param toCome about how many files of the language are still to come.
   */
  lint(batch: Batch, language: string, toCome = 0): Promise<readonly Outcome[]> {
    const { bytes, files } = this.#seen.get(language) ?? nothing;
    this.#seen.set(language, {
      bytes: batch.jobs.reduce((sum, { length }) => sum + length, bytes),
      files: files + batch.jobs.length,
      toCome,
    });
    return this.#add({ language, batch });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#members.splice(0).map((member) => member.worker.terminate()));
  }

  #add(task: Pick<Task, 'language' | 'batch'>, isSecondTry = false): Promise<readonly Outcome[]> {
    return new Promise((resolve, reject) => {
      const one: Task = { ...task, isSecondTry, resolve, reject };
      if (isSecondTry) this.#again.push(one);
      else this.#await(one);
      this.#deal();
    });
  }

  #await(task: Task): void {
    const others = this.#waiting.get(task.language);
    if (others) others.push(task);
    else this.#waiting.set(task.language, [task]);
  }

  /** Lets workers that have room take waiting tasks, those with the least to do first. */
  #deal(): void {
    for (let isGiven = true; isGiven && !this.#isClosed; ) {
      const withRoom = this.#members.filter((one) => one.hasRoom).sort((a, b) => a.load - b.load);
      isGiven = withRoom.some((member) => this.#giveTo(member));
    }
    const isWanted =
      this.#again.length > 0 || [...this.#waiting.keys()].some((language) => this.#isTooMuch(language));
    if (isWanted && this.#members.length < this.size && !this.#members.some(({ load }) => load === 0))
      this.#addMember();
  }

  /** @returns false where there is nothing that it should do now. */
  #giveTo(member: Member): boolean {
    const task = this.#taskFor(member);
    if (task) member.give(task);
    return task !== undefined;
  }

  /** A second try has its worker for itself, so that it is clear which file has ended it. */
  #taskFor(member: Member): Task | undefined {
    const again = member.load === 0 ? this.#again.shift() : undefined;
    if (again) return again;
    const language = this.#languageFor(member);
    const tasks = language === undefined ? undefined : this.#waiting.get(language);
    if (language !== undefined && tasks?.length === 1) this.#waiting.delete(language);
    return tasks?.shift();
  }

  /**
   * What a worker is to read next: of what it has read before that which the fewest others have; else what nobody has read, or
   * what is too much for those who have.
   */
  #languageFor(member: Member): string | undefined {
    const languages = [...this.#waiting.keys()].sort((a, b) => this.#skilled(a) - this.#skilled(b));
    const known = languages.find((language) => member.languages.has(language));
    return known !== undefined || member.load > 0
      ? known
      : languages.find((language) => this.#isTooMuch(language));
  }

  /** How many workers have read it before. */
  #skilled(language: string): number {
    return this.#members.filter(({ languages }) => languages.has(language)).length;
  }

  /** True where there is more to do in a language than those who have read it before should do alone. */
  #isTooMuch(language: string): boolean {
    const skilled = this.#skilled(language);
    const { bytes, files, toCome } = this.#seen.get(language) ?? nothing;
    const left = (this.#waiting.get(language)?.length ?? 0) * batchSize + toCome;
    return skilled === 0 || left * (bytes / files) > skilled * worthLearning;
  }

  #addMember(): void {
    const member = new Member(this.program, this.equipment, this.#rows, this.#deal.bind(this), (left) =>
      this.#lost(member, left),
    );
    this.#members.push(member);
  }

  #lost(member: Member, left: readonly Task[]): void {
    const at = this.#members.indexOf(member);
    if (at >= 0) this.#members.splice(at, 1);
    if (this.#isClosed) return;
    for (const task of left) {
      if (task.isSecondTry) task.resolve([died]);
      else
        Promise.all(
          task.batch.jobs.map((job) => this.#add({ ...task, batch: { ...task.batch, jobs: [job] } }, true)),
        ).then((outcomes) => task.resolve(outcomes.flat()), task.reject);
    }
    this.#deal();
  }
}

/** One worker and what it has at hand. */
class Member {
  readonly worker: Worker;
  readonly #tasks = new Map<number, Task>();
  readonly #settings = new Map<Settings, number>();
  /** Those of the files that it was given. */
  readonly languages = new Set<string>();
  #isOnline = false;
  #next = 0;

  constructor(
    program: string,
    equipment: Equipment,
    rows: RowFile | undefined,
    onFree: () => void,
    onLost: (left: readonly Task[]) => void,
  ) {
    setEngineFlags();
    this.worker = new Worker(program, {
      workerData: { ...equipment, rows, mark: workerMark } satisfies WorkerData,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    this.worker.on('online', () => {
      this.#isOnline = true;
      onFree();
    });
    this.worker.on('message', ({ id, results }: Answer) => {
      const task = this.#tasks.get(id);
      this.#tasks.delete(id);
      task?.resolve(results.map(received));
      onFree();
    });
    // What ended it is told by the file that ended it; `exit` follows.
    this.worker.on('error', () => {});
    this.worker.on('exit', () => onLost([...this.#tasks.values()]));
  }

  /** False while it starts, and while it has a second try at hand. */
  get hasRoom(): boolean {
    return (
      this.#isOnline && this.load < perWorker && ![...this.#tasks.values()].some((task) => task.isSecondTry)
    );
  }

  get load(): number {
    return this.#tasks.size;
  }

  give(task: Task): void {
    this.languages.add(task.language);
    const fresh: [number, Settings][] = [];
    const numberOf = (settings: Settings): number => {
      let number = this.#settings.get(settings);
      if (number === undefined) {
        number = this.#settings.size;
        this.#settings.set(settings, number);
        fresh.push([number, settings]);
      }
      return number;
    };
    const id = this.#next++;
    const { texts } = task.batch;
    const jobs = task.batch.jobs.map((job): SentJob => ({ ...job, settings: numberOf(job.settings) }));
    this.#tasks.set(id, task);
    this.worker.postMessage({ id, jobs, texts, settings: fresh } satisfies Request);
  }
}
