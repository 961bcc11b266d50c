import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../rules/index';
import { hashOf } from '../files/hash';
import type { Linted, LintJob, WantedFixes } from './lint-file';

/** What is kept of one project, and of how many projects. */
const maxBytes = 64_000_000;
const maxProjects = 30;

/** A row of the cache as it stands in the file: the key, a blank, the value. */
interface Row {
  readonly start: number;
  readonly end: number;
}

const lineFeed = 10;
const keyLength = 43;

/**
 * What the lint of files has given in earlier runs, by what it depends on: the program, the settings, the name of the file
 * and its text. It is a help only: what cannot be read is made again, and what cannot be written is left.
 */
export class LintCache {
  readonly #file: string;
  readonly #settings = new WeakMap<Settings, string>();
  #before: Buffer = Buffer.alloc(0);
  #rows: Map<string, Row> | undefined;
  readonly #used = new Set<string>();
  readonly #made = new Map<string, string>();
  #madeBytes = 0;

  /**
   * @param project the folder whose files are audited; each has a file of its own.
   * @param program changes whenever a rule does.
   */
  constructor(
    private readonly folder: string,
    project: string,
    private readonly program: string,
    private readonly wanted: WantedFixes,
  ) {
    this.#file = path.join(folder, `${hashOf(project)}.audit`);
  }

  keyOf({ uri, languageId, settings }: Omit<LintJob, 'text'>, textHash: string): string {
    let own = this.#settings.get(settings);
    if (own === undefined) {
      own = hashOf(JSON.stringify(settings));
      this.#settings.set(settings, own);
    }
    return hashOf([own, this.wanted, languageId ?? '', textHash, uri].join('\0'));
  }

  get(key: string): Linted | undefined {
    this.#rows ??= this.#read();
    const row = this.#rows.get(key);
    if (!row) return undefined;
    try {
      const [facts, packed] = this.#before.toString('utf8', row.start, row.end).split('\t');
      if (facts === undefined || packed === undefined || !packed.endsWith('}')) return undefined;
      const known: unknown = JSON.parse(facts);
      if (!isObject(known) || !isObject(JSON.parse(packed))) return undefined;
      this.#used.add(key);
      return { facts: known as Linted['facts'], packed };
    } catch {
      return undefined;
    }
  }

  /** Keeps what was made, as far as there is room. */
  set(key: string, { facts, packed }: Linted): void {
    // JSON writes tabs and line feeds as escapes, so they part the fields and the rows.
    const value = `${JSON.stringify(facts)}\t${packed}`;
    if (this.#madeBytes + value.length > maxBytes) return;
    this.#madeBytes += value.length;
    this.#made.set(key, value);
  }

  /** Writes what is to be known in the next run. Another run may do so at the same time: the last one counts. */
  save(): void {
    try {
      if (this.#made.size === 0) {
        if (this.#used.size > 0) utimesSync(this.#file, new Date(), new Date());
        return;
      }
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      const temporary = `${this.#file}.${process.pid}.${Date.now()}.tmp`;
      try {
        writeFileSync(temporary, this.#content(), { mode: 0o600, flag: 'wx' });
        renameSync(temporary, this.#file);
      } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
      }
      this.#removeOld();
    } catch {
      // No permission, no space: the next run is as slow as this one.
    }
  }

  #content(): Buffer {
    const pieces: Buffer[] = [Buffer.from(`${this.#header()}\n`)];
    let size = 0;
    const add = (piece: Buffer): void => {
      if (size + piece.length > maxBytes) return;
      size += piece.length;
      pieces.push(piece);
    };
    for (const [key, value] of this.#made) add(Buffer.from(`${key} ${value}\n`));
    // What this run has used goes before what it has not, of which there may be no room for all.
    const old = [...(this.#rows ?? [])].filter(([key]) => !this.#made.has(key));
    for (const isUsed of [true, false])
      for (const [key, { start, end }] of old)
        if (this.#used.has(key) === isUsed) add(this.#before.subarray(start - keyLength - 1, end + 1));
    return Buffer.concat(pieces);
  }

  #header = (): string => `seaworthy audit 1 ${this.program}`;

  #read(): Map<string, Row> {
    const rows = new Map<string, Row>();
    try {
      if (statSync(this.#file).size > 2 * maxBytes) return rows;
      this.#before = readFileSync(this.#file);
    } catch {
      return rows;
    }
    const first = this.#before.indexOf(lineFeed);
    if (this.#before.toString('utf8', 0, Math.max(first, 0)) !== this.#header()) return rows;
    for (let start = first + 1; start < this.#before.length; ) {
      const end = this.#before.indexOf(lineFeed, start);
      // A row without its end was cut off.
      if (end < 0) break;
      const value = start + keyLength + 1;
      if (value < end)
        rows.set(this.#before.toString('latin1', start, start + keyLength), { start: value, end });
      start = end + 1;
    }
    return rows;
  }

  /** Projects that were not audited for the longest go, and what runs have left that did not come to their end. */
  #removeOld(): void {
    const files = readdirSync(this.folder)
      .filter((name) => /\.(?:audit|tmp)$/.test(name))
      .flatMap((name) => {
        const file = path.join(this.folder, name);
        const about = statSync(file, { throwIfNoEntry: false });
        return about ? [{ file, at: about.mtimeMs }] : [];
      })
      .sort((a, b) => b.at - a.at);
    const anHourAgo = Date.now() - 3_600_000;
    const projects = files.filter(({ file }) => file.endsWith('.audit'));
    const leftovers = files.filter(({ file, at }) => file.endsWith('.tmp') && at < anHourAgo);
    for (const { file } of [...projects.slice(maxProjects), ...leftovers]) rmSync(file, { force: true });
  }
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
