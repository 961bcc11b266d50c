import { setImmediate } from 'node:timers/promises';
import { languageOf } from '../../rules/index';
import type { FileSystem } from '../files/file-system';
import { repositoryOf } from '../files/folders-above';
import type { FileState } from '../files/local-files';
import { pathOf } from '../files/paths';
import { t } from '../l10n';
import type { Audit } from './audit';
import { Batches } from './batches';
import { LintCache } from './cache';
import { minForCache, ownFolder, programStamp } from './caching';
import type { AuditFlags } from './flags';
import type { LintJob } from './lint-file';
import { batchSize, died, type Outcome, type Pool } from './pool';

/** With fewer files than this, starting threads takes longer than it saves. */
export const minForThreads = 300;

/**
 * How far files are read ahead of the oldest one that has no result: so many files, or so many characters of text. The further,
 * the more of each language there is to choose from for a thread that knows it.
 */
const ahead = { files: 1_500, characters: 8_000_000 };

/** A file whose result is to be taken when its turn comes. */
interface Entry {
  readonly job: Omit<LintJob, 'text'>;
  readonly key: string | undefined;
  /** How long the text is that waits with it. */
  readonly length: number;
  outcome(): Outcome | undefined | Promise<Outcome | undefined>;
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
  readonly #batches = new Map<string, Batches<LintJob, Outcome>>();
  /** How many files of each language there are that nobody has added yet. */
  readonly #toCome = new Map<string, number>();
  #characters = 0;

  /**
   * @param uris most of the files.
   * @param pool threads to use where that saves time.
   */
  constructor(
    private readonly audit: Audit,
    uris: readonly string[],
    disk: FileSystem,
    { cache }: Pick<AuditFlags, 'cache'>,
    pool?: Pool,
  ) {
    if (cache && uris.length >= minForCache) this.#cache = projectCache(audit, disk);
    if (uris.length >= minForThreads) this.#pool = pool;
    for (const uri of uris) this.#count(languageOf(uri) ?? '', 1);
  }

  /** True when it is asked of a file for the first time. */
  isNew(uri: string): boolean {
    if (this.#seen.has(uri)) return false;
    this.#seen.add(uri);
    return true;
  }

  /** @param state that of the file when it was read. */
  async add(job: LintJob, state: FileState | undefined): Promise<void> {
    const { text, ...rest } = job;
    const hash = this.audit.texts.note(job.uri, text, state);
    const key = this.#cache?.keyOf(job, hash);
    const known = key === undefined ? undefined : this.#cache?.get(key);
    if (!this.#pool) {
      this.#take({ job: rest, key: known ? undefined : key }, known ?? this.audit.lint(job));
      return;
    }
    const language = languageOf(job.uri, job.languageId) ?? '';
    this.#count(language, -1);
    const length = known ? 0 : text.length;
    const outcome = known ? () => known : this.#inThread(job, language, this.#pool);
    this.#entries.push({ job: rest, key: known ? undefined : key, length, outcome });
    this.#characters += length;
    // Else threads would wait for more to do while this one reads.
    if (this.#entries.length % batchSize === 0) await setImmediate();
    while (this.#entries.length > ahead.files || this.#characters > ahead.characters)
      await this.#takeOldest();
  }

  /** Counts files that are still to come. */
  #count(language: string, by: number): void {
    this.#toCome.set(language, Math.max(0, (this.#toCome.get(language) ?? 0) + by));
  }

  /** Waits for all results, and keeps them for the next run. */
  async finish(): Promise<void> {
    while (this.#entries.length > 0) await this.#takeOldest();
    this.#cache?.save();
  }

  /** Gives a file to the threads with others of its language, so that each has as few languages to learn as can be. */
  #inThread(job: LintJob, language: string, pool: Pool): Entry['outcome'] {
    let batches = this.#batches.get(language);
    if (!batches) {
      batches = new Batches((jobs) => pool.lint(jobs, language, this.#toCome.get(language)));
      this.#batches.set(language, batches);
    }
    return batches.add(job);
  }

  async #takeOldest(): Promise<void> {
    const entry = this.#entries.shift();
    if (!entry) return;
    this.#characters -= entry.length;
    this.#take(entry, (await entry.outcome()) ?? died);
  }

  #take({ job, key }: Pick<Entry, 'job' | 'key'>, outcome: Outcome): void {
    if (outcome === died) {
      this.audit.texts.forget(job.uri);
      this.audit.brokeOff(pathOf(job.uri), t`Not audited: linting it broke off twice.`);
      return;
    }
    const kept = key === undefined ? undefined : this.#cache?.set(key, outcome);
    this.audit.take(job, kept ?? outcome);
  }
}

function projectCache({ manner }: Audit, disk: FileSystem): LintCache {
  const project = repositoryOf(process.cwd(), disk.exists) ?? process.cwd();
  return new LintCache(ownFolder('audits'), project, programStamp(), manner);
}
