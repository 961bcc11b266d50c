import { randomBytes } from 'node:crypto';
import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeQuietly } from '../files/cache-folder';
import type { Linted } from './lint-file';
import { beginRows, isWhole, lengthOf, type RowFile, RowWriter } from './rows';

/**
 * What the lint of the files of a run has given, in a file as far as there is room for it: so an audit of many files needs little
 * memory.
 */
export class LintStore {
  #rows: { readonly file: RowFile; readonly writer: RowWriter } | undefined;
  #isRefused = false;

  /** @param open opens the file for reading and writing, once there is something to write. */
  constructor(
    private readonly open: () => number,
    private readonly header = '',
  ) {}

  /** The file, for threads that write to it; undefined where there can be none. */
  get file(): RowFile | undefined {
    return this.#opened?.file;
  }

  /** How much is written; nothing where nothing but the header is. */
  get length(): number {
    const length = this.#rows ? lengthOf(this.#rows.file) : 0;
    return length > this.header.length ? length : 0;
  }

  /** @returns the same, held by the file once it is written. */
  add(linted: Linted, key?: string): Linted {
    return this.#opened?.writer.add(linted, key) ?? linted;
  }

  copy(row: Buffer): void {
    this.#opened?.writer.copy(row);
  }

  /** Writes what waits. @returns false where something could not be written, by whichever thread. */
  flush(): boolean {
    this.#rows?.writer.flush();
    return this.#rows !== undefined && isWhole(this.#rows.file);
  }

  get #opened() {
    if (this.#rows || this.#isRefused) return this.#rows;
    try {
      const file = beginRows(this.open(), this.header);
      this.#rows = { file, writer: new RowWriter(file) };
    } catch {
      // No permission, no space: what is given stays in memory.
      this.#isRefused = true;
    }
    return this.#rows;
  }
}

/** A store whose file nobody else sees, and which is gone when the run ends. */
export const temporaryStore = (): LintStore =>
  new LintStore(() => {
    const file = path.join(tmpdir(), `seaworthy-${randomBytes(12).toString('hex')}`);
    const handle = openSync(file, 'wx+', 0o600);
    // Systems that remove no open file do so when the run ends.
    removeQuietly(file);
    process.once('exit', () => removeQuietly(file));
    return handle;
  });
