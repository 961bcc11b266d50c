import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, utimesSync, writeSync } from 'node:fs';
import path from 'node:path';
import { removeOldest, removeQuietly } from '../files/cache-folder';
import { hashOf } from '../files/hash';
import { readAt, readInto } from '../files/stretch';
import { isAsBefore, type Traced } from '../files/trace';

/** What a run has written on standard error before and after its report, and its exit code. */
export interface Ending {
  readonly before: string;
  readonly after: string;
  readonly code: number;
}

/** A run that would be the same now. */
export interface KnownRun extends Ending {
  /** The report, piece by piece. */
  readonly report: Iterable<Uint8Array>;
}

/** What stands behind the report in a file. */
interface About extends Ending, Traced {
  /** Of the report. */
  readonly length: number;
  readonly sum: string;
}

/** A longer report is not kept, and older ones go when all together are longer than that. */
const maxBytes = 160_000_000;
const boundsOfAll = { files: 30, bytes: 320_000_000 };

const pieceSize = 262_144;

/** In the end of a file: the program, the check sum of what is told about the run, and its length. */
const footerOf = (program: string, about: Uint8Array): string =>
  `${program} ${hashOf(about)} ${String(about.length).padStart(12)}\n`;
const footerLength = 43 + 1 + 43 + 1 + 12 + 1;

/**
 * What whole audits have written, by what they were asked. One is taken again where the file system answers all that it asked
 * as before; nothing is linted then, and nothing put together. Like `LintCache` it is a help only.
 */
export class RunCache {
  readonly #file: string;

  /**
   * @param asked all that a run depends on but for the program and the file system.
   * @param program changes whenever a rule or a text does.
   */
  constructor(
    private readonly folder: string,
    asked: string,
    private readonly program: string,
  ) {
    this.#file = path.join(folder, `${hashOf(asked)}.run`);
  }

  /** The run that was kept, if it would be the same now. */
  find(): KnownRun | undefined {
    try {
      const handle = openSync(this.#file, 'r');
      const known = this.#read(handle);
      if (!known) closeSync(handle);
      else utimesSync(this.#file, new Date(), new Date());
      return known;
    } catch {
      return undefined;
    }
  }

  /** Keeps a run while it writes its report; undefined where there is no room for it. */
  record(): RunRecorder | undefined {
    try {
      return new RunRecorder(this.folder, this.#file, this.program);
    } catch {
      return undefined;
    }
  }

  #read(handle: number): KnownRun | undefined {
    const end = fstatSync(handle).size - footerLength;
    const footer = readAt({ handle, start: end, length: footerLength }).toString('latin1');
    if (!footer.startsWith(`${this.program} `)) return undefined;
    const length = Number(footer.slice(-13));
    const bytes = readAt({ handle, start: end - length, length });
    if (footer !== footerOf(this.program, bytes)) return undefined;
    const about = JSON.parse(bytes.toString()) as About;
    if (!isAsBefore(about) || sumOf(handle, about.length) !== about.sum) return undefined;
    return { ...about, report: piecesOf(handle, about.length) };
  }
}

/** Writes the report of a run aside, until it is whole and it is known that it can be had again. */
export class RunRecorder {
  readonly #temporary: string;
  readonly #handle: number;
  readonly #sum: Hash = createHash('sha256');
  readonly #forget = (): void => {
    process.off('exit', this.#forget);
    removeQuietly(this.#temporary);
  };
  #length = 0;
  #isWhole = true;

  constructor(
    private readonly folder: string,
    private readonly file: string,
    private readonly program: string,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#temporary = `${file}.${process.pid}.${Date.now()}.tmp`;
    this.#handle = openSync(this.#temporary, 'wx', 0o600);
    // The reader of the report may have enough before its end, which ends the program.
    process.once('exit', this.#forget);
  }

  add(piece: Uint8Array): void {
    if (this.#length + piece.length > maxBytes) this.#isWhole = false;
    if (!this.#isWhole) return;
    this.#sum.update(piece);
    this.#length += piece.length;
    this.#write(piece);
  }

  /** Makes the run known to the next one. Another may do so at the same time: the last one counts. */
  finish(ending: Ending, traced: Traced): void {
    const about: About = { ...ending, ...traced, length: this.#length, sum: this.#sum.digest('base64url') };
    const bytes = Buffer.from(JSON.stringify(about));
    this.#write(bytes);
    this.#write(Buffer.from(footerOf(this.program, bytes)));
    if (this.#isWhole) this.#publish();
    else this.discard();
  }

  discard(): void {
    closeSync(this.#handle);
    this.#forget();
  }

  #publish(): void {
    try {
      closeSync(this.#handle);
      renameSync(this.#temporary, this.file);
      process.off('exit', this.#forget);
      removeOldest(this.folder, '.run', boundsOfAll);
    } catch {
      this.#forget();
    }
  }

  #write(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length && this.#isWhole; ) at += writeSync(this.#handle, bytes, at);
    } catch {
      // No space: the next run is as slow as this one.
      this.#isWhole = false;
    }
  }
}

function sumOf(handle: number, length: number): string {
  const sum = createHash('sha256');
  const memory = Buffer.allocUnsafeSlow(pieceSize);
  for (let start = 0; start < length; start += pieceSize) {
    const piece = memory.subarray(0, Math.min(pieceSize, length - start));
    sum.update(piece.subarray(0, readInto(piece, { handle, start })));
  }
  return sum.digest('base64url');
}

function* piecesOf(handle: number, length: number): Generator<Uint8Array> {
  for (let at = 0; at < length; ) {
    const piece = readAt({ handle, start: at, length: Math.min(pieceSize, length - at) });
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}
