import { Worker } from 'node:worker_threads';
import type { Settings } from '../../rules/index';
import type { Linted, LintJob, WantedFixes } from './lint-file';

/** What a worker is asked: jobs, whose settings it may have already. */
export interface Request {
  readonly id: number;
  readonly wanted: WantedFixes;
  readonly jobs: readonly (Omit<LintJob, 'settings'> & { readonly settings: number })[];
  /** Settings that the worker has not seen yet, by number. */
  readonly settings: readonly (readonly [number, Settings])[];
}

export interface Answer {
  readonly id: number;
  readonly results: readonly Linted[];
}

/** The lint of a file ended its worker, twice. */
export const died = Symbol('died');
export type Outcome = Linted | typeof died;

interface Task {
  readonly jobs: readonly LintJob[];
  readonly isSecondTry: boolean;
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** What a tree is made of dies young; with the usual 48 MB each thread would hold twice of what it needs. */
const maxYoungGenerationSizeMb = 16;

/** How many batches a worker has at hand, so that it need not wait for the next one. */
const perWorker = 2;

/**
 * Threads that lint. A worker that dies loses nothing: what it had at hand is given to a new one, file by file, and only a
 * file that ends that one too is given up.
 */
export class Pool {
  readonly #members: Member[] = [];
  readonly #waiting: Task[] = [];
  #isClosed = false;

  constructor(
    private readonly program: string,
    private readonly size: number,
    private readonly wanted: WantedFixes,
  ) {}

  /** How many batches it can have at hand. */
  get capacity(): number {
    return this.size * perWorker;
  }

  lint(jobs: readonly LintJob[]): Promise<readonly Outcome[]> {
    return this.#add(jobs, false);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#members.splice(0).map((member) => member.worker.terminate()));
  }

  #add(jobs: readonly LintJob[], isSecondTry: boolean): Promise<readonly Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ jobs, isSecondTry, resolve, reject });
      this.#deal();
    });
  }

  /** Gives waiting tasks to the workers that have the least to do. */
  #deal(): void {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const member = this.#freeMember(this.#waiting[0]?.isSecondTry === true);
      const task = member && this.#waiting.shift();
      if (!task) return;
      member.give(task, this.wanted);
    }
  }

  /** A second try has its worker for itself, so that it is clear which file has ended it. */
  #freeMember(isSecondTry: boolean): Member | undefined {
    const [idlest] = this.#members.filter(({ isTaken }) => !isTaken).sort((a, b) => a.load - b.load);
    if (idlest && idlest.load === 0) return idlest;
    if (this.#members.length < this.size) {
      const member = new Member(this.program, this.#deal.bind(this), (left) => this.#lost(member, left));
      this.#members.push(member);
      return member;
    }
    return !isSecondTry && idlest && idlest.load < perWorker ? idlest : undefined;
  }

  #lost(member: Member, left: readonly Task[]): void {
    const at = this.#members.indexOf(member);
    if (at >= 0) this.#members.splice(at, 1);
    if (this.#isClosed) return;
    for (const task of left) {
      if (task.isSecondTry) task.resolve([died]);
      else
        Promise.all(task.jobs.map((job) => this.#add([job], true))).then(
          (outcomes) => task.resolve(outcomes.flat()),
          task.reject,
        );
    }
    this.#deal();
  }
}

/** One worker and what it has at hand. */
class Member {
  readonly worker: Worker;
  readonly #tasks = new Map<number, Task>();
  readonly #settings = new Map<Settings, number>();
  #next = 0;

  constructor(program: string, onFree: () => void, onLost: (left: readonly Task[]) => void) {
    this.worker = new Worker(program, {
      workerData: workerMark,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    this.worker.on('message', ({ id, results }: Answer) => {
      const task = this.#tasks.get(id);
      this.#tasks.delete(id);
      task?.resolve(results);
      onFree();
    });
    // What ended it is told by the file that ended it; `exit` follows.
    this.worker.on('error', () => {});
    this.worker.on('exit', () => onLost([...this.#tasks.values()]));
  }

  /** True while it has a second try at hand. */
  get isTaken(): boolean {
    return [...this.#tasks.values()].some(({ isSecondTry }) => isSecondTry);
  }

  get load(): number {
    return this.#tasks.size;
  }

  give(task: Task, wanted: WantedFixes): void {
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
    const jobs = task.jobs.map((job) => ({ ...job, settings: numberOf(job.settings) }));
    this.#tasks.set(id, task);
    this.worker.postMessage({ id, wanted, jobs, settings: fresh } satisfies Request);
  }
}

/** By which the program knows that it is started as a worker of the pool. */
export const workerMark = 'seaworthy-lint';
