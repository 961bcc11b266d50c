import { hashOf } from '../files/hash';
import { type FileState, readSource, type Source, stateOf } from '../files/local-files';
import { pathOf } from '../files/paths';
import { t } from '../l10n';

/** Raised where a file is not any more what it was when it was audited: places in it mean nothing now. */
export class ChangedMeanwhile extends Error {
  constructor(readonly uri: string) {
    super(t`it was changed during the audit`);
  }
}

/**
 * The texts of the audited files. A text is not kept but read again when it is asked for, since most are not; kept are
 * those that are not on disk: of standard input, and of files that are being fixed.
 */
export class Texts {
  readonly #hashes = new Map<string, string>();
  readonly #kept = new Map<string, string>();

  /** @param stateOfKnown the state that a file was in when it was read, where that is to tell whether it is still the same. */
  constructor(private readonly stateOfKnown: (uri: string) => FileState | undefined) {}

  /**
   * Notes what a file holds, to be read again from disk.
   * @param hash of its text.
   */
  note(uri: string, hash: string): void {
    this.#kept.delete(uri);
    this.#hashes.set(uri, hash);
  }

  forget(uri: string): void {
    this.#hashes.delete(uri);
    this.#kept.delete(uri);
  }

  keep(uri: string, text: string): void {
    this.#kept.set(uri, text);
  }

  has(uri: string): boolean {
    return this.#kept.has(uri) || this.#hashes.has(uri) || this.stateOfKnown(uri) !== undefined;
  }

  /** @throws ChangedMeanwhile */
  get(uri: string): string {
    const kept = this.#kept.get(uri);
    if (kept !== undefined) return kept;
    const source = readSource(pathOf(uri));
    if (source.kind !== 'text' || !this.#isNoted(uri, source)) throw new ChangedMeanwhile(uri);
    return source.text;
  }

  /**
   * Makes sure that a file is what it was. Where its state is known, that takes less than reading it.
   * @throws ChangedMeanwhile
   */
  check(uri: string): void {
    const state = this.stateOfKnown(uri);
    if (state === undefined) this.get(uri);
    else if (state !== stateOf(pathOf(uri))) throw new ChangedMeanwhile(uri);
  }

  #isNoted(uri: string, { state, text }: Extract<Source, { readonly kind: 'text' }>): boolean {
    const hash = this.#hashes.get(uri);
    return hash === undefined ? state === this.stateOfKnown(uri) : hash === hashOf(text);
  }
}
