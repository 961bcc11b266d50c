import type { FileReport, Settings } from '../../rules/index';
import { textAt } from './kept-text';
import { type Linted, packedOf, type Unpacked, unpack } from './lint-file';
import type { Texts } from './texts';

/**
 * What is remembered of a file: its report without the text and the trees that it was made from. What is not needed until the
 * end stays packed. There is one for each file, so it is a class, whose instances take little room.
 */
export class LightReport implements FileReport {
  /** What was unpacked last, since a file is asked several times in a row. */
  static #unpacked: (Unpacked & Pick<Linted, 'packed'>) | undefined;

  constructor(
    readonly uri: string,
    readonly settings: Settings,
    readonly languageId: string | undefined,
    readonly facts: FileReport['facts'],
    readonly packed: Linted['packed'],
    private readonly texts: Texts,
  ) {}

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
      LightReport.#unpacked = { packed, ...unpack(textAt(packedOf(this))) };
    return LightReport.#unpacked;
  }
}
