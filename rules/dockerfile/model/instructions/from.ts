import { type ImageReference, parseReference } from '../../../images/reference';
import { say } from '../../../message';
import type { RawInstruction } from '../reader';
import { splitAtSpace } from '../split';
import type { Stage } from '../stage';
import { Word } from '../word';
import { InstructionBase, type Site } from './base';

const stageName = /^[a-z][a-z0-9-_.]*$/;

export class FromInstruction extends InstructionBase {
  readonly kind = 'from';
  readonly words: readonly Word[];
  readonly image: Word | undefined;
  /** The word `AS`. */
  readonly as: Word | undefined;
  /** The stage's name as written. */
  readonly alias: Word | undefined;
  #stage: Stage | undefined;
  #reference: { readonly value: ImageReference | undefined } | undefined;

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    const words = splitAtSpace(this.rest);
    // Only the image is expanded.
    this.words = words.map((word, index) => new Word(word, index === 0 ? this.reading : undefined));
    const [image, as, alias] = this.words;
    this.image = image;
    const hasAlias = words.length === 3 && as?.raw.toLowerCase() === 'as';
    this.as = hasAlias ? as : undefined;
    this.alias = hasAlias ? alias : undefined;
    this.check(hasAlias);
  }

  override get stage(): Stage | undefined {
    return this.#stage;
  }

  /** Called once, by the stage that it begins. */
  belongTo(stage: Stage): void {
    this.#stage = stage;
  }

  get platform(): Word | undefined {
    return this.flag('platform')?.value;
  }

  /** The image that is named, its variables filled in; undefined where they are not known or where it names no image. */
  get reference(): ImageReference | undefined {
    const known = this.image?.known;
    this.#reference ??= { value: known === undefined ? undefined : parseReference(known) };
    return this.#reference.value;
  }

  private check(hasAlias: boolean): void {
    if (this.words.length === 0) this.problem(this.keyword.span, say`FROM needs an image.`);
    else if (this.words.length !== 1 && !hasAlias)
      this.problem(this.rest.span, say`FROM takes an image, or an image and \`AS\` with a name.`);
    else if (this.alias && !stageName.test(this.alias.raw.toLowerCase()))
      this.problem(
        this.alias.span,
        say`\`${this.alias.raw}\` is no name for a stage: it begins with a letter and has letters, digits, \`-\`, \`_\` and \`.\` only.`,
      );
  }
}
