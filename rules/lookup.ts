import type { FactKind, FactPlace, FactTypes } from './facts';

/** The facts of one file. */
export type FactSource = <Kind extends FactKind>(kind: Kind) => readonly FactTypes[Kind][];

/** What is remembered of a fact, as data. What stands at its `span` may be pointed to; what is said does not depend on it. */
export type Gist = object;

/**
 * What is remembered of the facts of all files, such that a question about them is answered without going through them: else
 * what a workspace costs would grow with the square of its files.
 */
export interface Lookup<Answers> {
  readonly kind: FactKind;
  /** All that the answers depend on in a file. */
  gist(file: FactSource): readonly Gist[];
  /** @param files in their order. */
  make(files: Iterable<FactSource>): Answers;
}

/** All of a fact that others may tell of or point to. */
export type Shown<Fact extends FactPlace> = Omit<Fact, 'documentEnd'>;

export const shown = <Fact extends FactPlace>({ documentEnd: _, ...fact }: Fact): Shown<Fact> => fact;

/**
 * @param remember what the answers depend on; the less it is, the less is held, and the seldomer they are made anew.
 * @param make from all that is remembered, in the order of the files.
 */
export const lookup = <Kind extends FactKind, Remembered extends Gist, Answers>(
  kind: Kind,
  remember: (fact: FactTypes[Kind]) => Remembered,
  make: (all: Iterable<Remembered>) => Answers,
): Lookup<Answers> => ({
  kind,
  gist: (file) => file(kind).map(remember),
  make: (files) => make(gistsOf(files, kind, remember)),
});

function* gistsOf<Kind extends FactKind, Remembered>(
  files: Iterable<FactSource>,
  kind: Kind,
  remember: (fact: FactTypes[Kind]) => Remembered,
): Generator<Remembered> {
  for (const file of files) for (const fact of file(kind)) yield remember(fact);
}
