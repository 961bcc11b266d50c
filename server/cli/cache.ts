import { fstatSync, mkdirSync, openSync, readSync, renameSync, utimesSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../rules/index';
import { removeOldest, removeQuietly } from '../files/cache-folder';
import { hashOf } from '../files/hash';
import { readAt, type Stretch } from '../files/stretch';
import { KeptLint } from './kept-lint';
import type { Linted, LintJob } from './lint-file';

/** What is kept of one project, and of all together. */
const maxBytesOfProject = 256_000_000;
const boundsOfAll = { files: 30, bytes: 512_000_000 };

/** A row of the cache holds a key, the check sum of its value, the value's length in bytes, and the value, with blanks between. */
interface Row {
  readonly row: Stretch;
  /** Whether this run has asked for it. */
  isUsed: boolean;
}

const keyLength = 43;
const sumLength = 12;
const lengthDigits = 9;
const tabulator = 9;
const lengthAt = keyLength + 1 + sumLength + 1;
const valueAt = lengthAt + lengthDigits + 1;

/** How much is gathered before it is written. */
const pieceSize = 500_000;

/** So many bytes of UTF-8 at most stand for a unit of a text. */
const bytesPerUnit = 3;

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
  /** What earlier runs have left and this one has not made anew. */
  #before: Map<string, Row> | undefined;
  #isUsed = false;
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
    private readonly maxBytes = maxBytesOfProject,
  ) {
    this.#file = path.join(folder, `${hashOf(project)}.audit`);
    this.#header = `seaworthy audit 4 ${program}\n`;
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
    const known = this.#before.get(key);
    if (!known) return undefined;
    const { row } = known;
    try {
      const bytes = readAt(row);
      if (bytes.toString('latin1', keyLength + 1, lengthAt - 1) !== sumOf(bytes.subarray(valueAt)))
        return undefined;
      const first = bytes.indexOf(tabulator, valueAt);
      const second = bytes.indexOf(tabulator, first + 1);
      if (first < 0 || second < 0) return undefined;
      known.isUsed = true;
      this.#isUsed = true;
      return new KeptLint(bytes.toString('latin1', valueAt, first), {
        handle: row.handle,
        start: row.start + first + 1,
        factsLength: second - first - 1,
        packedLength: row.length - second - 1,
      });
    } catch {
      return undefined;
    }
  }

  /** Keeps what was made, as far as there is room. @returns the same, held by the file once it is written. */
  set(key: string, linted: Linted): Linted {
    try {
      this.#next ??= new NextFile(this.folder, this.#file, this.#header, this.maxBytes);
      this.#before?.delete(key);
      return this.#next.add(key, linted);
    } catch {
      return linted;
    }
  }

  /** Makes what is known by now known to the next run. Another run may do so at the same time: the last one counts. */
  save(): void {
    try {
      if (!this.#next) {
        if (this.#isUsed) utimesSync(this.#file, new Date(), new Date());
        return;
      }
      // What this run has used goes before what it has not, of which there may be no room for all.
      for (const isUsed of [true, false])
        for (const known of this.#before?.values() ?? [])
          if (known.isUsed === isUsed) this.#next.copy(readAt(known.row));
      this.#next.finish();
      removeOldest(this.folder, '.audit', boundsOfAll);
    } catch {
      // No permission, no space: the next run is as slow as this one.
      this.#next?.discard();
    }
  }

  #open(): Map<string, Row> {
    try {
      return rowsOf(openSync(this.#file, 'r'), this.#header);
    } catch {
      return new Map();
    }
  }
}

/** Where rows stand in a file; none where another program has written it. */
function rowsOf(handle: number, header: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  if (readAt({ handle, start: 0, length: header.length }).toString() !== header) return rows;
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
    rows.set(head.slice(0, keyLength), { row: { handle, start, length }, isUsed: false });
    start += length;
  }
}

/** The file for the next run, written aside until it is whole. */
class NextFile {
  readonly #temporary: string;
  readonly #handle: number;
  /** What is to be written next, in its first bytes. Rows are made where they are written from. */
  readonly #piece = Buffer.allocUnsafeSlow(pieceSize);
  #waiting = 0;
  /** What waits. */
  #held: KeptLint[] = [];
  #written = 0;
  /** True when the disk has no room for what waits: the texts are held by this run, and there is no next file. */
  #isFull = false;

  constructor(
    folder: string,
    private readonly file: string,
    header: string,
    private readonly maxBytes: number,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#temporary = `${file}.${process.pid}.${Date.now()}.tmp`;
    this.#handle = openSync(this.#temporary, 'wx+', 0o600);
    this.#waiting = this.#piece.write(header, 'latin1');
  }

  /** @returns the same, held by the file. */
  add(key: string, linted: Linted): Linted {
    const { kinds, facts, packed } = linted;
    const size = valueAt + bytesPerUnit * (kinds.length + 1 + facts.length + 1 + packed.length);
    const { piece, at } = this.#room(size);
    const start = at + valueAt;
    // JSON writes tabs as escapes, so the first two part the three.
    const first = start + piece.write(kinds, start, 'latin1');
    piece[first] = tabulator;
    const second = first + 1 + piece.write(facts, first + 1);
    piece[second] = tabulator;
    const end = second + 1 + piece.write(packed, second + 1);
    if (!this.#mayWrite(end - at)) return linted;
    const sum = sumOf(piece.subarray(start, end));
    piece.write(`${key} ${sum} ${String(end - start).padStart(lengthDigits)} `, at, 'latin1');
    const place = {
      handle: this.#handle,
      start: this.#written + first + 1,
      factsLength: second - first - 1,
      packedLength: end - second - 1,
    };
    const kept = new KeptLint(kinds, place, linted);
    this.#held.push(kept);
    this.#pushed(piece, end);
    return kept;
  }

  /** @returns false where there is no room. */
  copy(row: Buffer): boolean {
    if (!this.#mayWrite(row.length)) return false;
    const { piece, at } = this.#room(row.length);
    this.#pushed(piece, at + row.copy(piece, at));
    return true;
  }

  finish(): void {
    this.#flush(this.#piece);
    if (this.#isFull) throw new Error('There is no room');
    renameSync(this.#temporary, this.file);
  }

  discard(): void {
    removeQuietly(this.#temporary);
  }

  #mayWrite(size: number): boolean {
    return !this.#isFull && this.#written + this.#waiting + size <= this.maxBytes;
  }

  /** Memory with room for so many bytes behind what waits in it; a long row gets a piece of its own. */
  #room(size: number): { readonly piece: Buffer; readonly at: number } {
    if (this.#waiting + size > pieceSize) this.#flush(this.#piece);
    return { piece: size > pieceSize ? Buffer.allocUnsafeSlow(size) : this.#piece, at: this.#waiting };
  }

  #pushed(piece: Buffer, end: number): void {
    this.#waiting = end;
    if (piece !== this.#piece) this.#flush(piece);
  }

  #flush(piece: Buffer): void {
    try {
      this.#write(piece.subarray(0, this.#waiting));
      for (const kept of this.#held) kept.written();
    } catch {
      this.#isFull = true;
    }
    this.#held = [];
    this.#waiting = 0;
  }

  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.#handle, bytes, at, bytes.length - at, this.#written + at);
    this.#written += bytes.length;
  }
}
