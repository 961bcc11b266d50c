import { fstatSync, mkdirSync, openSync, readSync, renameSync, utimesSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../rules/index';
import { removeOldest, removeQuietly } from '../files/cache-folder';
import { hashOf } from '../files/hash';
import type { Linted, LintJob } from './lint-file';

/** What is kept of one project, and of how many projects. */
const maxBytes = 64_000_000;
const maxProjects = 30;

/** A stretch of a file. A row of the cache holds the key, the check sum of the value, its length in bytes, and the value, with blanks between. */
interface Row {
  readonly start: number;
  readonly length: number;
}

const keyLength = 43;
const sumLength = 12;
const lengthDigits = 8;
const lengthAt = keyLength + 1 + sumLength + 1;
const valueAt = lengthAt + lengthDigits + 1;

/** How much is gathered before it is written. */
const pieceSize = 500_000;

const sumOf = (value: string | Uint8Array): string => hashOf(value).slice(0, sumLength);

/**
 * What the lint of files has given in earlier runs, by what it depends on: the program, the settings, the name of the file
 * and its text. It is a help only: what cannot be read is made again, and what cannot be written is left. What it gives
 * stays in its files until it is asked for, so that an audit of many files needs little memory.
 */
export class LintCache {
  readonly #file: string;
  readonly #header: string;
  readonly #settings = new WeakMap<Settings, string>();
  readonly #used = new Set<string>();
  #before: { readonly handle: number; readonly rows: ReadonlyMap<string, Row> } | undefined;
  #next: NextFile | undefined;

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
  ) {
    this.#file = path.join(folder, `${hashOf(project)}.audit`);
    this.#header = `seaworthy audit 3 ${program}\n`;
  }

  keyOf({ uri, languageId, settings }: Omit<LintJob, 'text'>, textHash: string): string {
    let own = this.#settings.get(settings);
    if (own === undefined) {
      own = hashOf(JSON.stringify(settings));
      this.#settings.set(settings, own);
    }
    return hashOf([own, this.manner, languageId ?? '', textHash, uri].join('\0'));
  }

  get(key: string): Linted | undefined {
    this.#before ??= this.#open();
    const { handle, rows } = this.#before;
    const row = rows.get(key);
    if (!row) return undefined;
    try {
      const bytes = readAt(handle, row);
      const value = bytes.subarray(valueAt);
      if (bytes.toString('latin1', keyLength + 1, lengthAt - 1) !== sumOf(value)) return undefined;
      this.#used.add(key);
      return lintedAt(value.toString(), () => readAt(handle, row).subarray(valueAt).toString());
    } catch {
      return undefined;
    }
  }

  /** Keeps what was made, as far as there is room. @returns the same, held by the file where it is written. */
  set(key: string, linted: Linted): Linted {
    const { facts, packed } = linted;
    try {
      this.#next ??= new NextFile(this.folder, this.#file, this.#header);
      // JSON writes tabs as escapes, so the first one parts the fields.
      const read = this.#next.add(key, `${facts}\t${packed}`);
      return read ? { facts, packed: () => packedIn(read()) } : linted;
    } catch {
      return linted;
    }
  }

  /** Makes what is known by now known to the next run. Another run may do so at the same time: the last one counts. */
  save(): void {
    try {
      if (!this.#next) {
        if (this.#used.size > 0) utimesSync(this.#file, new Date(), new Date());
        return;
      }
      const { handle, rows } = this.#before ?? { handle: -1, rows: new Map<string, Row>() };
      // What this run has used goes before what it has not, of which there may be no room for all.
      for (const isUsed of [true, false])
        for (const [key, row] of rows)
          if (this.#used.has(key) === isUsed && !this.#next.has(key)) this.#next.copy(readAt(handle, row));
      this.#next.finish();
      removeOldest(this.folder, '.audit', { files: maxProjects, bytes: Number.POSITIVE_INFINITY });
    } catch {
      // No permission, no space: the next run is as slow as this one.
      this.#next?.discard();
    }
  }

  #open(): { handle: number; rows: ReadonlyMap<string, Row> } {
    try {
      const handle = openSync(this.#file, 'r');
      return { handle, rows: rowsOf(handle, this.#header) };
    } catch {
      return { handle: -1, rows: new Map() };
    }
  }
}

/** A value of the cache, whose larger part is read again when it is asked for. */
function lintedAt(value: string, read: () => string): Linted | undefined {
  const [facts] = value.split('\t', 1);
  return facts === undefined ? undefined : { facts, packed: () => packedIn(read()) };
}

const packedIn = (value: string): string => value.slice(value.indexOf('\t') + 1);

/** @returns nothing where the file ends before. */
export function readAt(handle: number, { start, length }: Row): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return readSync(handle, bytes, 0, length, start) === length ? bytes : bytes.subarray(0, 0);
}

/** Where rows stand in a file; none where another program has written it. */
function rowsOf(handle: number, header: string): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  if (readAt(handle, { start: 0, length: header.length }).toString() !== header) return rows;
  const { size } = fstatSync(handle);
  const piece = Buffer.allocUnsafe(pieceSize);
  let from = 0;
  let to = 0;
  for (let start = header.length; ; ) {
    if (start + valueAt > to) {
      from = start;
      to = start + readSync(handle, piece, 0, pieceSize, start);
    }
    const head = piece.toString('latin1', start - from, Math.min(start + valueAt, to) - from);
    const length = valueAt + Number.parseInt(head.slice(lengthAt), 10);
    // What follows a row that was cut off, or is none, cannot be told.
    if (!(start + length <= size)) return rows;
    rows.set(head.slice(0, keyLength), { start, length });
    start += length;
  }
}

/** The file for the next run, written aside until it is whole. */
class NextFile {
  readonly #temporary: string;
  readonly #handle: number;
  readonly #keys = new Set<string>();
  #waiting: Buffer[] = [];
  #waitingSize = 0;
  #written = 0;
  /** What the disk has no room for, from the end of what is written: this run still asks for it. */
  #held: Buffer | undefined;

  constructor(
    folder: string,
    private readonly file: string,
    header: string,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#temporary = `${file}.${process.pid}.${Date.now()}.tmp`;
    this.#handle = openSync(this.#temporary, 'wx+', 0o600);
    this.#push(Buffer.from(header));
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** @returns how to read the value again; undefined where there is no room for it. */
  add(key: string, value: string): (() => string) | undefined {
    const bytes = Buffer.from(value);
    const head = `${key} ${sumOf(bytes)} ${String(bytes.length).padStart(lengthDigits)} `;
    const row = Buffer.concat([Buffer.from(head), bytes]);
    // Not the row itself, which would be held with what reads it.
    const place: Row = { start: this.#size, length: row.length };
    if (!this.copy(row)) return undefined;
    this.#keys.add(key);
    return () => {
      this.#flush();
      return this.#read(place).subarray(valueAt).toString();
    };
  }

  /** @returns false where there is no room. */
  copy(row: Buffer): boolean {
    if (this.#held || this.#size + row.length > maxBytes) return false;
    this.#push(row);
    return true;
  }

  finish(): void {
    this.#flush();
    if (this.#held) throw new Error('There is no room');
    renameSync(this.#temporary, this.file);
  }

  discard(): void {
    removeQuietly(this.#temporary);
  }

  get #size(): number {
    return this.#written + this.#waitingSize + (this.#held?.length ?? 0);
  }

  #push(bytes: Buffer): void {
    this.#waiting.push(bytes);
    this.#waitingSize += bytes.length;
    if (this.#waitingSize >= pieceSize || this.#held) this.#flush();
  }

  #flush(): void {
    if (this.#waitingSize === 0) return;
    const bytes = Buffer.concat(this.#held ? [this.#held, ...this.#waiting] : this.#waiting);
    this.#waiting = [];
    this.#waitingSize = 0;
    let at = 0;
    try {
      while (at < bytes.length) {
        const count = writeSync(this.#handle, bytes, at, bytes.length - at, this.#written);
        at += count;
        this.#written += count;
      }
      this.#held = undefined;
    } catch {
      this.#held = bytes.subarray(at);
    }
  }

  #read({ start, length }: Row): Buffer {
    const onDisk = Math.max(0, Math.min(length, this.#written - start));
    const written = readAt(this.#handle, { start, length: onDisk });
    if (onDisk === length || !this.#held) return written;
    const from = start + onDisk - this.#written;
    return Buffer.concat([written, this.#held.subarray(from, from + length - onDisk)]);
  }
}
