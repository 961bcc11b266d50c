import { setImmediate } from 'node:timers/promises';
import { URI } from 'vscode-uri';
import { languageOf } from '../../rules/index';
import type { FileSystem } from '../files/file-system';
import { repositoryOf } from '../files/folders-above';
import { t } from '../l10n';
import type { Audit } from './audit';
import { LintCache } from './cache';
import { minForCache, ownFolder, programStamp } from './caching';
import type { AuditFlags } from './flags';
import { type LintJob, lintFile, type WantedFixes } from './lint-file';
import { batchSize, died, type Outcome, type Pool } from './pool';

/** With fewer files than this, starting threads takes longer than it saves. */
export const minForThreads = 300;

/**
 * How far files are read ahead of the oldest one that has no result: so many files, or so many characters of text. The further,
 * the more of each language there is to choose from for a thread that knows it.
 */
const ahead = { files: 4_000, characters: 8_000_000 };

/** A file whose result is to be taken when its turn comes. */
interface Entry {
  readonly job: Omit<LintJob, 'text'>;
  readonly key: string | undefined;
  /** How long the text is that waits with it. */
  readonly length: number;
  outcome(): Outcome | Promise<Outcome>;
}

/**
 * Lints files for an audit: from the cache where they are as they were, else here or in threads. Results come in the order
 * in which files were added, and are the same whichever way they were made.
 */
export class AuditLinter {
  readonly #cache: LintCache | undefined;
  readonly #pool: Pool | undefined;
  readonly #seen = new Set<string>();
  readonly #entries: Entry[] = [];
  readonly #batches = new Map<string, Batch>();
  #characters = 0;

  /**
   * @param files about how many files there are.
   * @param pool threads to use where that saves time.
   */
  constructor(
    private readonly audit: Audit,
    files: number,
    disk: FileSystem,
    { cache }: Pick<AuditFlags, 'cache'>,
    pool?: Pool,
  ) {
    if (cache && files >= minForCache) this.#cache = projectCache(audit.wantedFixes, disk);
    if (files >= minForThreads) this.#pool = pool;
  }

  /** True when it is asked of a file for the first time. */
  isNew(uri: string): boolean {
    if (this.#seen.has(uri)) return false;
    this.#seen.add(uri);
    return true;
  }

  async add(job: LintJob): Promise<void> {
    const { text, ...rest } = job;
    const hash = this.audit.texts.note(job.uri, text);
    const key = this.#cache?.keyOf(job, hash);
    const known = key === undefined ? undefined : this.#cache?.get(key);
    if (!this.#pool) {
      this.#take({ job: rest, key: known ? undefined : key }, known ?? lintFile(job, this.audit.wantedFixes));
      return;
    }
    const length = known ? 0 : text.length;
    const outcome = known ? () => known : this.#inThread(job, this.#pool);
    this.#entries.push({ job: rest, key: known ? undefined : key, length, outcome });
    this.#characters += length;
    // Else threads would wait for more to do while this one reads.
    if (this.#entries.length % batchSize === 0) await setImmediate();
    while (this.#entries.length > ahead.files || this.#characters > ahead.characters)
      await this.#takeOldest();
  }

  /** Waits for all results, and keeps them for the next run. */
  async finish(): Promise<void> {
    while (this.#entries.length > 0) await this.#takeOldest();
    this.#cache?.save();
  }

  /** Gives a file to the threads with others of its language, so that each has as few languages to learn as can be. */
  #inThread(job: LintJob, pool: Pool): Entry['outcome'] {
    const language = languageOf(job.uri, job.languageId) ?? '';
    let batch = this.#batches.get(language);
    if (!batch || batch.isSent) {
      batch = new Batch(pool, language);
      this.#batches.set(language, batch);
    }
    return batch.add(job);
  }

  async #takeOldest(): Promise<void> {
    const entry = this.#entries.shift();
    if (!entry) return;
    this.#characters -= entry.length;
    this.#take(entry, await entry.outcome());
  }

  #take({ job, key }: Pick<Entry, 'job' | 'key'>, outcome: Outcome): void {
    if (outcome === died) {
      this.audit.texts.forget(job.uri);
      this.audit.brokeOff(URI.parse(job.uri).fsPath, t`Not audited: linting it broke off twice.`);
      return;
    }
    const kept = key === undefined ? undefined : this.#cache?.set(key, outcome);
    this.audit.take(job, kept ?? outcome);
  }
}

/** Files of a language that go to a thread together: when there are enough, or when the result of one is asked for. */
class Batch {
  #jobs: LintJob[] = [];
  #outcomes: Promise<readonly Outcome[]> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly language: string,
  ) {}

  get isSent(): boolean {
    return this.#outcomes !== undefined;
  }

  /** @returns how to ask for the result. */
  add(job: LintJob): () => Promise<Outcome> {
    const index = this.#jobs.push(job) - 1;
    if (this.#jobs.length === batchSize) this.#send();
    return async () => (await this.#send())[index] ?? died;
  }

  #send(): Promise<readonly Outcome[]> {
    this.#outcomes ??= this.pool.lint(this.#jobs, this.language);
    this.#jobs = [];
    return this.#outcomes;
  }
}

function projectCache(wanted: WantedFixes, disk: FileSystem): LintCache {
  const project = repositoryOf(process.cwd(), disk.exists) ?? process.cwd();
  return new LintCache(ownFolder('audits'), project, programStamp(), wanted);
}
