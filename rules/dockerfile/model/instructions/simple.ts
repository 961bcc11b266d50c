import { say } from '../../../message';
import type { RawInstruction } from '../reader';
import { splitAtSpace } from '../split';
import { Word } from '../word';
import { execWords, InstructionBase, jsonWord, type Site } from './base';

/** Instructions whose arguments are one text. */
abstract class OneArgument extends InstructionBase {
  readonly argument: Word | undefined;

  protected constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    this.argument = this.wholeWord();
    if (!this.argument) this.problem(this.keyword.span, say`${this.title} needs an argument.`);
  }
}

export class UserInstruction extends OneArgument {
  readonly kind = 'user';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
  }
}

export class WorkdirInstruction extends OneArgument {
  readonly kind = 'workdir';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
  }
}

export class StopsignalInstruction extends OneArgument {
  readonly kind = 'stopsignal';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
  }
}

export class MaintainerInstruction extends InstructionBase {
  readonly kind = 'maintainer';
  /** Taken as it is, quotes and all. */
  readonly argument: Word | undefined;

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    this.argument = this.rest.length === 0 ? undefined : new Word(this.rest);
    if (!this.argument) this.problem(this.keyword.span, say`MAINTAINER needs an argument.`);
  }
}

export type Protocol = 'tcp' | 'udp' | 'sctp';

export interface ExposedPort {
  readonly word: Word;
  /** First and last of a range; undefined where the word is not known or is no port. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly protocol: string;
  /** True for `8080:80` or an address in front, which EXPOSE does not act on. */
  readonly hasHost: boolean;
}

export class ExposeInstruction extends InstructionBase {
  readonly kind = 'expose';
  readonly ports: readonly ExposedPort[];

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    this.ports = splitAtSpace(this.rest).flatMap((source) => portsOf(new Word(source, this.reading)));
    if (this.ports.length === 0 && this.rest.length === 0)
      this.problem(this.keyword.span, say`EXPOSE needs at least one port.`);
  }
}

/** A variable may hold several ports. */
function portsOf(word: Word): ExposedPort[] {
  const known = word.known;
  if (known === undefined) return [{ word, first: undefined, last: undefined, protocol: '', hasHost: false }];
  return known
    .split(/\s+/)
    .filter((text) => text !== '')
    .map((text) => portOf(word, text));
}

function portOf(word: Word, text: string): ExposedPort {
  const [numbers = '', protocol = 'tcp'] = text.split('/');
  const colon = numbers.lastIndexOf(':');
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(numbers.slice(colon + 1));
  return {
    word,
    first: match ? Number(match[1]) : undefined,
    last: match ? Number(match[2] ?? match[1]) : undefined,
    protocol: protocol.toLowerCase(),
    hasHost: colon >= 0,
  };
}

export class VolumeInstruction extends InstructionBase {
  readonly kind = 'volume';
  readonly paths: readonly Word[];

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    const json = execWords(this, () =>
      this.problem(this.rest.span, say`The JSON array of VOLUME may hold strings only.`),
    );
    this.paths =
      json?.map((string) => jsonWord(string, this.reading)) ??
      splitAtSpace(this.rest).map((word) => new Word(word, this.reading));
    if (this.paths.length === 0) this.problem(this.keyword.span, say`VOLUME needs at least one path.`);
    for (const path of this.paths)
      if (path.raw.trim() === '') this.problem(path.span, say`A volume's path is empty.`);
  }
}

/** A keyword that Docker does not know. */
export class UnknownInstruction extends InstructionBase {
  readonly kind = 'unknown';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
  }
}
