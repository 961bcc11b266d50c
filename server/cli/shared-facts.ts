import type { FactPlace, FileReport } from '../../rules/index';

type Facts = FileReport['facts'];

/** A fact as it was just read, which is nobody's yet. */
type Fresh = { -readonly [Key in keyof FactPlace]: FactPlace[Key] } & { breaks?: string };

/**
 * Reads the facts of files such that what is alike is there once: pods by the thousand break the same few checks, and each
 * fact names its file.
 */
export class SharedFacts {
  readonly #breaks = new Map<string, string>();

  read(json: string, uri: string): Facts {
    const facts = JSON.parse(json) as Facts;
    for (const fact of Object.values(facts).flat() as Fresh[]) {
      if (fact.uri === uri) fact.uri = uri;
      if (fact.breaks !== undefined) fact.breaks = this.#shared(fact.breaks);
    }
    return facts;
  }

  #shared(breaks: string): string {
    const known = this.#breaks.get(breaks);
    if (known === undefined) this.#breaks.set(breaks, breaks);
    return known ?? breaks;
  }
}
