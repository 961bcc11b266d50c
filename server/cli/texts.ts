import { URI } from 'vscode-uri';
import { hashOf } from '../files/hash';
import { readSource } from '../files/local-files';
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

  /** Notes what a file holds, to be read again from disk. @returns the hash of the text. */
  note(uri: string, text: string): string {
    const hash = hashOf(text);
    this.noteHash(uri, hash);
    return hash;
  }

  noteHash(uri: string, hash: string): void {
    this.#kept.delete(uri);
    this.#hashes.set(uri, hash);
  }

  hashOf(uri: string): string | undefined {
    return this.#hashes.get(uri);
  }

  /** True where whoever has the hashes can read the texts. */
  get areOnDisk(): boolean {
    return this.#kept.size === 0;
  }

  forget(uri: string): void {
    this.#hashes.delete(uri);
    this.#kept.delete(uri);
  }

  keep(uri: string, text: string): void {
    this.#kept.set(uri, text);
  }

  has(uri: string): boolean {
    return this.#kept.has(uri) || this.#hashes.has(uri);
  }

  /** @throws ChangedMeanwhile */
  get(uri: string): string {
    const kept = this.#kept.get(uri);
    if (kept !== undefined) return kept;
    const source = readSource(URI.parse(uri).fsPath);
    if (source.kind !== 'text' || !this.isNoted(uri, source.text)) throw new ChangedMeanwhile(uri);
    return source.text;
  }

  /** True where this is the text that was noted. */
  isNoted(uri: string, text: string): boolean {
    return this.#hashes.get(uri) === hashOf(text);
  }
}
