import { say } from '../../../message';
import { heredocIn, type RawInstruction } from '../reader';
import { splitAtSpace } from '../split';
import { Word } from '../word';
import { execWords, InstructionBase, jsonWord, type Site } from './base';

/** COPY and ADD. */
abstract class FilesInstruction extends InstructionBase {
  /** True for `COPY ["a", "b"]`. */
  readonly isJson: boolean;
  /** Files, folders and, for ADD, addresses; heredocs are not among them. */
  readonly sources: readonly Word[];
  readonly destination: Word | undefined;

  protected constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    const json = execWords(this, () =>
      this.problem(this.rest.span, say`The JSON array of ${this.title} may hold strings only.`),
    );
    const words =
      json?.map((string) => jsonWord(string, this.reading)) ??
      splitAtSpace(this.rest).map((word) => new Word(word, this.reading));
    this.isJson = json !== undefined;
    this.destination = words.length > 1 ? words.at(-1) : undefined;
    this.sources = words
      .slice(0, this.destination ? -1 : words.length)
      .filter((word) => !this.isHeredoc(word));
    this.check(words);
  }

  get chown(): Word | undefined {
    return this.flag('chown')?.value;
  }

  get chmod(): Word | undefined {
    return this.flag('chmod')?.value;
  }

  get isLinked(): boolean {
    return this.flag('link')?.isOn ?? false;
  }

  get excludes(): readonly Word[] {
    return this.flags.flatMap((flag) => (flag.name === 'exclude' && flag.value ? [flag.value] : []));
  }

  private isHeredoc(word: Word): boolean {
    return !this.isJson && heredocIn(word.raw) !== undefined;
  }

  private check(words: readonly Word[]): void {
    if (!this.destination)
      this.problem(
        words[0]?.span ?? this.keyword.span,
        say`${this.title} needs at least one source and a destination.`,
      );
    else if (this.isHeredoc(this.destination))
      this.problem(this.destination.span, say`The destination of ${this.title} cannot be a heredoc.`);
  }
}

export class CopyInstruction extends FilesInstruction {
  readonly kind = 'copy';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    const from = this.from;
    if (from?.hasVariables)
      this.problem(from.span, say`\`--from\` takes no variables. Define a stage with FROM and name it here.`);
  }

  /** The stage or image that it copies from; absent for the build context. */
  get from(): Word | undefined {
    return this.flag('from')?.value;
  }

  get keepsParents(): boolean {
    return this.flag('parents')?.isOn ?? false;
  }
}

export class AddInstruction extends FilesInstruction {
  readonly kind = 'add';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
  }

  get checksum(): Word | undefined {
    return this.flag('checksum')?.value;
  }

  get keepsGitDirectory(): boolean {
    return this.flag('keep-git-dir')?.isOn ?? false;
  }
}
