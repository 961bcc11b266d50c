import type { FileReport, Settings } from '../../rules/index';
import { type Kept, KeptText, textOf } from './kept-text';
import { type Linted, type LintJob, type Unpacked, unpack } from './lint-file';
import type { SharedFacts } from './shared-facts';
import type { Texts } from './texts';

/**
 * What is remembered of a file: its report without the text and the trees that it was made from. What is not needed until the
 * end stays packed. There is one for each file, so it is a class, whose instances take little room.
 */
export class LightReport implements FileReport {
  /** What was unpacked last, since a file is asked several times in a row. */
  static #unpacked: (Unpacked & Pick<Linted, 'packed'>) | undefined;

  readonly uri: string;
  readonly languageId: string | undefined;
  readonly settings: Settings;
  readonly packed: Kept;
  #facts: Kept | FileReport['facts'];

  constructor(
    { uri, languageId, settings }: Omit<LintJob, 'text'>,
    { facts, packed }: Linted,
    private readonly texts: Texts,
    private readonly shared: SharedFacts,
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.settings = settings;
    this.packed = packed;
    this.#facts = facts;
  }

  /** Read when they are asked for, which is once all files are linted: by then the threads need no memory any more. */
  get facts(): FileReport['facts'] {
    if (typeof this.#facts === 'string' || this.#facts instanceof KeptText)
      this.#facts = this.shared.read(textOf(this.#facts), this.uri);
    return this.#facts;
  }

  get parts(): FileReport['parts'] {
    return [];
  }

  get findings(): FileReport['findings'] {
    return this.#open().findings;
  }

  get suppressions(): FileReport['suppressions'] {
    return this.#open().suppressions;
  }

  get failures(): FileReport['failures'] {
    return this.#open().failures;
  }

  get text(): string {
    return this.texts.get(this.uri);
  }

  #open(): Unpacked {
    const { packed } = this;
    if (LightReport.#unpacked?.packed !== packed)
      LightReport.#unpacked = { packed, ...unpack(textOf(packed)) };
    return LightReport.#unpacked;
  }
}
