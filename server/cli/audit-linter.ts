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

/** Files that are known need no thread, but wait for those before them. */
const maxEntries = 500;

interface Entry {
  readonly job: Omit<LintJob, 'text'>;
  readonly key: string | undefined;
  readonly outcome: Outcome | undefined;
}

/** Files in the order in which they were added, and what comes from the threads for those that have no outcome yet. */
interface Batch {
  readonly entries: readonly Entry[];
  readonly outcomes: Promise<readonly Outcome[]>;
}

/**
 * Lints files for an audit: from the cache where they are as they were, else here or in threads. Results come in the order
 * in which files were added, and are the same whichever way they were made.
 */
export class AuditLinter {
  readonly #cache: LintCache | undefined;
  readonly #pool: Pool | undefined;
  readonly #seen = new Set<string>();
  readonly #batches: Batch[] = [];
  #entries: Entry[] = [];
  #jobs: LintJob[] = [];

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
    this.#entries.push({ job: rest, key: known ? undefined : key, outcome: known });
    if (!known) this.#jobs.push(job);
    if (this.#jobs.length >= batchSize || this.#entries.length >= maxEntries) await this.#send(this.#pool);
  }

  /** Waits for all results, and keeps them for the next run. */
  async finish(): Promise<void> {
    if (this.#pool) await this.#send(this.#pool);
    while (this.#batches.length > 0) await this.#takeOldest();
    this.#cache?.save();
  }

  async #send(pool: Pool): Promise<void> {
    this.#batches.push({ entries: this.#entries, outcomes: lintByLanguage(pool, this.#jobs) });
    this.#entries = [];
    this.#jobs = [];
    while (this.#batches.length > pool.capacity) await this.#takeOldest();
  }

  async #takeOldest(): Promise<void> {
    const batch = this.#batches.shift();
    if (!batch) return;
    const made = [...(await batch.outcomes)].reverse();
    for (const entry of batch.entries) this.#take(entry, entry.outcome ?? made.pop() ?? died);
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

/** Gives each language to the threads by itself. @returns results in the order of the jobs. */
async function lintByLanguage(pool: Pool, jobs: readonly LintJob[]): Promise<readonly Outcome[]> {
  const byLanguage = new Map<string, LintJob[]>();
  for (const job of jobs) {
    const language = languageOf(job.uri, job.languageId) ?? '';
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), job]);
  }
  const outcomes = new Map<LintJob, Outcome>();
  await Promise.all(
    [...byLanguage].map(async ([language, some]) => {
      const results = await pool.lint(some, language);
      some.forEach((job, index) => {
        outcomes.set(job, results[index] ?? died);
      });
    }),
  );
  return jobs.map((job) => outcomes.get(job) ?? died);
}

function projectCache(wanted: WantedFixes, disk: FileSystem): LintCache {
  const project = repositoryOf(process.cwd(), disk.exists) ?? process.cwd();
  return new LintCache(ownFolder('audits'), project, programStamp(), wanted);
}
