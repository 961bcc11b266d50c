import { hashOf } from '../files/hash';
import { type FileState, readSource, stateOf } from '../files/local-files';
import { pathOf } from '../files/paths';
import { t } from '../l10n';

/** Raised where a file is not any more what it was when it was audited: places in it mean nothing now. */
export class ChangedMeanwhile extends Error {
  constructor(readonly uri: string) {
    super(t`it was changed during the audit`);
  }
}

interface Noted {
  readonly hash: string;
  readonly state: FileState | undefined;
}

/**
 * The texts of the audited files. A text is not kept but read again when it is asked for, since most are not; kept are
 * those that are not on disk: of standard input, and of files that are being fixed.
 */
export class Texts {
  readonly #noted = new Map<string, Noted>();
  readonly #kept = new Map<string, string>();

  /**
   * Notes what a file holds, to be read again from disk.
   * @param state the one that it was in when it was read, where that is known.
   * @returns the hash of the text.
   */
  note(uri: string, text: string, state?: FileState): string {
    const hash = hashOf(text);
    this.#kept.delete(uri);
    this.#noted.set(uri, { hash, state });
    return hash;
  }

  forget(uri: string): void {
    this.#noted.delete(uri);
    this.#kept.delete(uri);
  }

  keep(uri: string, text: string): void {
    this.#kept.set(uri, text);
  }

  has(uri: string): boolean {
    return this.#kept.has(uri) || this.#noted.has(uri);
  }

  /** @throws ChangedMeanwhile */
  get(uri: string): string {
    const kept = this.#kept.get(uri);
    if (kept !== undefined) return kept;
    const source = readSource(pathOf(uri));
    if (source.kind !== 'text' || !this.isNoted(uri, source.text)) throw new ChangedMeanwhile(uri);
    return source.text;
  }

  /**
   * Makes sure that a file is what it was: by its state where that is known, which takes less than to read it again.
   * @throws ChangedMeanwhile
   */
  check(uri: string): void {
    const state = this.#noted.get(uri)?.state;
    if (state === undefined) this.get(uri);
    else if (!this.#kept.has(uri) && state !== stateOf(pathOf(uri))) throw new ChangedMeanwhile(uri);
  }

  /** True where this is the text that was noted. */
  isNoted(uri: string, text: string): boolean {
    return this.#noted.get(uri)?.hash === hashOf(text);
  }
}
