import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../rules/index';
import type { Translations } from '../l10n';
import type { Linted, LintJob, WantedFixes } from './lint-file';
import type { ReportedFile, ReportJob, ReportStyle } from './report-file';

/** What a worker knows from its start. */
export interface Equipment {
  readonly wanted: WantedFixes;
  readonly style: ReportStyle;
  readonly translations: Translations;
}

/** By which the program knows that it is started as a worker of the pool. */
export interface WorkerData extends Equipment {
  readonly mark: typeof workerMark;
}

export const workerMark = 'seaworthy';

interface Results {
  readonly lint: Linted;
  readonly report: ReportedFile;
}

/** What can be asked of a worker. */
export type Work = keyof Results;

interface Jobs {
  readonly lint: LintJob;
  readonly report: ReportJob;
}

/** A job whose settings the worker has seen already, by number. */
type Sent<Job> = Omit<Job, 'settings'> & { readonly settings: number };

export type Request = {
  readonly [Kind in Work]: {
    readonly id: number;
    readonly work: Kind;
    readonly jobs: readonly Sent<Jobs[Kind]>[];
    /** Settings that the worker has not seen yet, by number. */
    readonly settings: readonly (readonly [number, Settings])[];
  };
}[Work];

export interface Answer {
  readonly id: number;
  readonly results: readonly Results[Work][];
}

/** The work on a file ended its worker, twice. */
export const died = Symbol('died');
export type Outcome<Kind extends Work = 'lint'> = Results[Kind] | typeof died;

interface Task {
  readonly work: Work;
  readonly jobs: readonly Jobs[Work][];
  readonly isSecondTry: boolean;
  readonly resolve: (outcomes: readonly Outcome<Work>[]) => void;
  readonly reject: (error: unknown) => void;
}

/** What a tree is made of dies young; with the usual 48 MB each thread would hold twice of what it needs. */
const maxYoungGenerationSizeMb = 16;

/**
 * What was made for a file and is of no use any more is collected when a heap has grown by so much, in percent. By itself the
 * engine waits for four times of what is needed, in each thread; collecting more often costs about a fiftieth of the time.
 */
const heapGrowth = 30;

/** How many batches a worker has at hand, so that it need not wait for the next one. */
const perWorker = 2;

/**
 * Threads that lint and make reports. A worker that dies loses nothing: what it had at hand is given to a new one, file by file, and only a
 * file that ends that one too is given up.
 */
export class Pool {
  readonly #members: Member[] = [];
  readonly #waiting: Task[] = [];
  #isClosed = false;

  constructor(
    private readonly program: string,
    private readonly size: number,
    private readonly equipment: Equipment,
  ) {}

  /** Starts all threads, which takes a while: so that they are ready when there is something to do. */
  start(): void {
    while (this.#members.length < this.size && !this.#isClosed) this.#addMember();
  }

  /** True once it has been started or has had something to do. */
  get isRunning(): boolean {
    return this.#members.length > 0;
  }

  /** How many batches it can have at hand. */
  get capacity(): number {
    return this.size * perWorker;
  }

  lint(jobs: readonly LintJob[]): Promise<readonly Outcome<'lint'>[]> {
    return this.#add('lint', jobs, false) as Promise<readonly Outcome<'lint'>[]>;
  }

  report(jobs: readonly ReportJob[]): Promise<readonly Outcome<'report'>[]> {
    return this.#add('report', jobs, false) as Promise<readonly Outcome<'report'>[]>;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#members.splice(0).map((member) => member.worker.terminate()));
  }

  #add(work: Work, jobs: readonly Jobs[Work][], isSecondTry: boolean): Promise<readonly Outcome<Work>[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, jobs, isSecondTry, resolve, reject });
      this.#deal();
    });
  }

  /** Gives waiting tasks to the workers that have the least to do. */
  #deal(): void {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const member = this.#freeMember(this.#waiting[0]?.isSecondTry === true);
      const task = member && this.#waiting.shift();
      if (!task) return;
      member.give(task);
    }
  }

  /** A second try has its worker for itself, so that it is clear which file has ended it. */
  #freeMember(isSecondTry: boolean): Member | undefined {
    const [idlest] = this.#members.filter(({ isTaken }) => !isTaken).sort((a, b) => a.load - b.load);
    if (idlest && idlest.load === 0) return idlest;
    if (this.#members.length < this.size) return this.#addMember();
    return !isSecondTry && idlest && idlest.load < perWorker ? idlest : undefined;
  }

  #addMember(): Member {
    const member = new Member(this.program, this.equipment, this.#deal.bind(this), (left) =>
      this.#lost(member, left),
    );
    this.#members.push(member);
    return member;
  }

  #lost(member: Member, left: readonly Task[]): void {
    const at = this.#members.indexOf(member);
    if (at >= 0) this.#members.splice(at, 1);
    if (this.#isClosed) return;
    for (const task of left) {
      if (task.isSecondTry) task.resolve([died]);
      else
        Promise.all(task.jobs.map((job) => this.#add(task.work, [job], true))).then(
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

  constructor(
    program: string,
    equipment: Equipment,
    onFree: () => void,
    onLost: (left: readonly Task[]) => void,
  ) {
    // An engine that does not know the flag would print so.
    if (Number.parseInt(process.versions.v8, 10) <= 13)
      setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
    this.worker = new Worker(program, {
      workerData: { ...equipment, mark: workerMark } satisfies WorkerData,
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

  give(task: Task): void {
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
    this.worker.postMessage({ id, work: task.work, jobs, settings: fresh } as Request);
  }
}
