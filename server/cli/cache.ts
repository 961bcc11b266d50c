import { copyFileSync, mkdirSync, openSync, renameSync, truncateSync, utimesSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../rules/index';
import { removeOldest, removeQuietly } from '../files/cache-folder';
import { hashOf } from '../files/hash';
import { bytesAt, type Stretch } from '../files/stretch';
import type { FileJob, Linted } from './lint-file';
import { LintStore } from './lint-store';
import { type RowStretch, readRow, rowsOf } from './rows';

/** What is kept of one project, and of all together. */
const maxBytesOfProject = 256_000_000;
const boundsOfAll = { files: 30, bytes: 512_000_000 };

/** A row of an earlier run. */
interface Row extends RowStretch {
  /** Whether this run has asked for it. */
  isUsed: boolean;
}

/** What earlier runs have left and this one has not made anew. */
interface Before {
  readonly handle: number;
  readonly rows: Map<string, Row>;
}

/**
 * What the lint of files has given in earlier runs, by what it depends on: the program, the settings, the name of the file
 * and its text. It is a help only: what cannot be read is made again, and what cannot be written is left.
 */
export class LintCache {
  /** What this run gives: kept for the next one, if it can be. It is written aside until it is whole. */
  readonly store: LintStore;
  readonly #file: string;
  readonly #temporary: string;
  readonly #header: string;
  readonly #settings = new WeakMap<Settings, string>();
  #before: Before | undefined;
  #isUsed = false;

  /**
   * @param project the folder whose files are audited; each has a file of its own.
   * @param program changes whenever a rule does.
   * @param manner what is made of each file.
   */
  constructor(
    private readonly folder: string,
    project: string,
    program: string,
    private readonly manner: string,
    private readonly maxBytes = maxBytesOfProject,
  ) {
    this.#file = path.join(folder, `${hashOf(project)}.audit`);
    this.#temporary = `${this.#file}.${process.pid}.${Date.now()}.tmp`;
    this.#header = `seaworthy audit 5 ${program}\n`;
    this.store = new LintStore(() => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return openSync(this.#temporary, 'wx+', 0o600);
    }, this.#header);
  }

  keyOf({ uri, languageId, settings }: FileJob, textHash: string): string {
    let own = this.#settings.get(settings);
    if (own === undefined) {
      own = hashOf(JSON.stringify(settings));
      this.#settings.set(settings, own);
    }
    return hashOf([own, this.manner, languageId ?? '', textHash, uri].join('\0'));
  }

  /** What was given for the key. What it gives stays in its file until it is asked for. */
  get(key: string): Linted | undefined {
    this.#before ??= this.#open();
    const { handle, rows } = this.#before;
    const row = rows.get(key);
    if (!row) return undefined;
    const linted = readQuietly({ handle, start: row.start, length: row.length });
    if (linted) {
      row.isUsed = true;
      this.#isUsed = true;
    } else rows.delete(key);
    return linted;
  }

  /** Makes what is known by now known to the next run. Another run may do so at the same time: the last one counts. */
  save(): void {
    try {
      this.store.flush();
      if (this.store.length > 0) this.#publish();
      else if (this.#isUsed) utimesSync(this.#file, new Date(), new Date());
    } catch {
      // No permission, no space: the next run is as slow as this one.
    }
    removeQuietly(this.#temporary);
  }

  #publish(): void {
    // What this run has used goes before what it has not, of which there may be no room for all.
    const { handle, rows } = this.#before ?? nothing;
    for (const isUsed of [true, false])
      for (const row of rows.values())
        if (row.isUsed === isUsed && this.store.length + row.length <= this.maxBytes)
          this.store.copy(bytesAt({ handle, start: row.start, length: row.length }));
    // Another thread may have found no room.
    if (!this.store.flush()) return;
    if (this.store.length > this.maxBytes) this.#cut();
    renameSync(this.#temporary, this.#file);
    removeOldest(this.folder, '.audit', boundsOfAll);
  }

  /** Leaves the first rows, in a copy: this run has to read all. */
  #cut(): void {
    const copy = `${this.#temporary.slice(0, -'.tmp'.length)}.cut.tmp`;
    copyFileSync(this.#temporary, copy);
    truncateSync(copy, this.maxBytes);
    renameSync(copy, this.#temporary);
  }

  #open(): Before {
    try {
      const handle = openSync(this.#file, 'r');
      const rows = new Map<string, Row>();
      for (const [key, { start, length }] of rowsOf(handle, this.#header))
        rows.set(key, { start, length, isUsed: false });
      return { handle, rows };
    } catch {
      return nothing;
    }
  }
}

const nothing: Before = { handle: -1, rows: new Map() };

function readQuietly(place: Stretch): Linted | undefined {
  try {
    return readRow(place);
  } catch {
    return undefined;
  }
}
