import type { FileReport } from '../../rules/index';

type Facts = FileReport['facts'];
type Breaks = NonNullable<Facts['pods']>[number]['breaks'];

/**
 * Reads the facts of files such that what is alike is there once: pods by the thousand break the same few checks, and each
 * fact names its file.
 */
export class SharedFacts {
  readonly #breaks = new Map<string, Breaks>();

  read(json: string, uri: string): Facts {
    const facts = JSON.parse(json) as Facts;
    const shared = Object.entries(facts).map(([kind, list]) => [
      kind,
      list.map((fact) => ({
        ...fact,
        ...(fact.uri === uri && { uri }),
        ...('breaks' in fact && { breaks: this.#shared(fact.breaks) }),
      })),
    ]);
    return Object.fromEntries(shared) as Facts;
  }

  #shared(breaks: Breaks): Breaks {
    const key = JSON.stringify(breaks);
    const known = this.#breaks.get(key) ?? breaks;
    this.#breaks.set(key, known);
    return known;
  }
}
