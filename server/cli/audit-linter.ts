import { setImmediate } from 'node:timers/promises';
import { languageOf } from '../../rules/index';
import { textOf } from '../files/encoding';
import type { FileSystem } from '../files/file-system';
import { repositoryOf } from '../files/folders-above';
import { hashOf } from '../files/hash';
import { pathOf } from '../files/paths';
import { t } from '../l10n';
import type { Audit } from './audit';
import { type Batch, Batches, BatchMemory, batchSize } from './batches';
import { LintCache } from './cache';
import { minForCache, ownFolder, programStamp } from './caching';
import type { AuditFlags } from './flags';
import type { LightReport } from './light-report';
import type { FileJob } from './lint-file';
import { type LintStore, temporaryStore } from './lint-store';
import { died, type Pool } from './pool';

/** With fewer files than this, starting threads takes longer than it saves. */
export const minForThreads = 300;

/**
 * How far files are read ahead of the oldest one that has no result: so many files, or so many bytes of text. The further,
 * the more of each language there is to choose from for a thread that knows it.
 */
const ahead = { files: 1_500, bytes: 8_000_000 };

/** What is used to lint, where there is enough to do. */
interface Means {
  readonly cache: LintCache | undefined;
  readonly store: LintStore | undefined;
  readonly pool: Pool | undefined;
}

type Reported = LightReport | typeof died;

/** A file whose report is to be taken when its turn comes. */
interface Entry {
  readonly uri: string;
  /** How long the text is that waits with it. */
  readonly length: number;
  report(): Reported | Promise<Reported | undefined>;
}

/**
 * Lints files for an audit: from the cache where they are as they were, else here or in threads. Results come in the order
 * in which files were added, and are the same whichever way they were made.
 */
export class AuditLinter {
  #means: Means | undefined;
  readonly #seen = new Set<string>();
  /** Those that were added: only they are come upon in two ways. */
  readonly #ignoreFiles = new Set<string>();
  readonly #entries: Entry[] = [];
  readonly #memory = new BatchMemory();
  readonly #batches = new Map<string, Batches<Reported>>();
  #expected = 0;
  /** How many files of each language are expected that nobody has added yet. */
  readonly #toCome = new Map<string, number>();
  #bytes = 0;

  /** @param pool threads to use where that saves time. */
  constructor(
    private readonly audit: Audit,
    private readonly disk: FileSystem,
    private readonly flags: Pick<AuditFlags, 'cache'>,
    private readonly pool?: Pool,
  ) {}

  /** Tells of a file that is to be added. With the first one that is added it is decided what it is worth to use. */
  expect(uri: string): void {
    this.#expected += 1;
    this.#count(languageOf(uri) ?? '', 1);
    if (this.#expected === minForThreads) this.#means ??= this.#decide();
  }

  /** True when it is asked of a file for the first time. */
  isNew(uri: string): boolean {
    return this.#seen.size < this.#seen.add(uri).size;
  }

  /** True for a file that was added, or is known otherwise. */
  has(uri: string): boolean {
    return this.audit.texts.has(uri) || this.#ignoreFiles.has(uri);
  }

  /** @param utf8 the text of the file; it is needed no longer than this takes until it waits. */
  async add(file: FileJob, utf8: Uint8Array): Promise<void> {
    this.#means ??= this.#decide();
    const { cache, pool } = this.#means;
    if (languageOf(file.uri, file.languageId) === 'ignore-file') this.#ignoreFiles.add(file.uri);
    const hash = hashOf(utf8);
    const job = this.audit.noted(file, hash);
    const key = cache?.keyOf(job, hash);
    const known = key === undefined ? undefined : cache?.get(key);
    const report = known && this.audit.reportOf(job, known);
    if (pool) await this.#await(this.#entryOf(job, utf8, key, report, pool));
    else this.#take(job.uri, report ?? this.#lintHere(job, utf8, key));
  }

  #decide(): Means {
    const isWorth = this.flags.cache && this.#expected >= minForCache;
    const cache = isWorth ? projectCache(this.audit, this.disk) : undefined;
    if (this.#expected < minForThreads) return { cache, store: cache?.store, pool: undefined };
    const store = cache?.store ?? temporaryStore();
    this.pool?.start(store.file);
    return { cache, store, pool: this.pool };
  }

  #entryOf(
    job: FileJob,
    utf8: Uint8Array,
    key: string | undefined,
    report: LightReport | undefined,
    pool: Pool,
  ): Entry {
    const { uri } = job;
    const language = languageOf(uri, job.languageId) ?? '';
    this.#count(language, -1);
    return report
      ? { uri, length: 0, report: () => report }
      : { uri, length: utf8.length, report: this.#batchesOf(language, pool).add(job, key, utf8) };
  }

  async #await(entry: Entry): Promise<void> {
    this.#entries.push(entry);
    this.#bytes += entry.length;
    // Else threads would wait for more to do while this one reads.
    if (this.#entries.length % batchSize === 0) await setImmediate();
    while (this.#entries.length > ahead.files || this.#bytes > ahead.bytes) await this.#takeOldest();
  }

  /** Counts files that are still to come. */
  #count(language: string, by: number): void {
    this.#toCome.set(language, Math.max(0, (this.#toCome.get(language) ?? 0) + by));
  }

  /** Waits for all results, and keeps them for the next run. */
  async finish(): Promise<void> {
    while (this.#entries.length > 0) await this.#takeOldest();
    this.#means?.store?.flush();
    this.#means?.cache?.save();
  }

  /** Files are given to the threads with others of their language, so that each has as few languages to learn as can be. */
  #batchesOf(language: string, pool: Pool): Batches<Reported> {
    let batches = this.#batches.get(language);
    if (!batches) {
      batches = new Batches(this.#memory, (batch) => this.#lint(batch, language, pool));
      this.#batches.set(language, batches);
    }
    return batches;
  }

  async #lint(batch: Batch, language: string, pool: Pool): Promise<readonly Reported[]> {
    const outcomes = await pool.lint(batch, language, this.#toCome.get(language));
    return batch.jobs.map((job, index) => {
      const outcome = outcomes[index] ?? died;
      return outcome === died ? died : this.audit.reportOf(job, outcome);
    });
  }

  #lintHere(job: FileJob, utf8: Uint8Array, key: string | undefined): LightReport {
    const linted = this.audit.lint({ ...job, text: textOf(utf8) });
    return this.audit.reportOf(job, this.#means?.store?.add(linted, key) ?? linted);
  }

  async #takeOldest(): Promise<void> {
    const entry = this.#entries.shift();
    if (!entry) return;
    this.#bytes -= entry.length;
    this.#take(entry.uri, (await entry.report()) ?? died);
  }

  #take(uri: string, report: Reported): void {
    if (report === died) {
      this.audit.texts.forget(uri);
      this.audit.brokeOff(pathOf(uri), t`Not audited: linting it broke off twice.`);
    } else this.audit.take(report);
  }
}

function projectCache({ manner }: Audit, disk: FileSystem): LintCache {
  const project = repositoryOf(process.cwd(), disk.exists) ?? process.cwd();
  return new LintCache(ownFolder('audits'), project, programStamp(), manner);
}
