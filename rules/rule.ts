import type { Confidence, Related, Safety, Severity, Tag } from './finding';
import type { Message } from './message';
import type { Settings } from './settings';
import type { Span } from './text';
import type { Topic } from './topics';

/** `essential`: no one would object. `recommended`: the default. `all`: style and taste too. */
export const profiles = ['essential', 'recommended', 'all'] as const;
export type Profile = (typeof profiles)[number];

/** Where the claim of a rule can be read. */
export interface Reference {
  readonly title: string;
  readonly url: string;
}

/** A setting of one rule, declared by the rule; its default tells its type. */
export interface Option<
  Value extends number | string | boolean | readonly string[] = number | string | boolean | readonly string[],
> {
  readonly about: string;
  readonly default: Value;
}

/** What every rule says of itself. Its page, its SARIF entry and its hover come from here. */
export interface RuleAbout<Id extends string = string> {
  readonly id: Id;
  /** Row of the coverage map. */
  readonly topic: Topic;
  readonly severity: Severity;
  readonly confidence?: Confidence;
  readonly profile: Profile;
  /** What is wrong, as a short sentence without a full stop. */
  readonly title: string;
  /** Why it matters: one to three sentences in plain English. */
  readonly why: string;
  /** What to do about it: one to three sentences. */
  readonly remedy: string;
  /** Peers' checks whose verdict is the same for every file. */
  readonly aliases: readonly string[];
  /** What others call the same kind of mistake, though they judge some files differently: ShellCheck's `SC2086`. Comments may name it. */
  readonly alsoKnownAs?: readonly string[];
  readonly references: readonly Reference[];
  /** The best fix it can offer; absent where a person must decide. */
  readonly fix?: Safety;
  readonly options?: Readonly<Record<string, Option>>;
}

/** All that a rule is called elsewhere. */
export const otherNames = ({ aliases, alsoKnownAs = [] }: RuleAbout): readonly string[] => [
  ...aliases,
  ...alsoKnownAs,
];

/** A fix as a rule says it: what the tree is to be. `Edit` is the family's own type of edit. */
export interface Mend<Edit> {
  /** What it does, as an order: Set privileged to false. */
  readonly title: Message;
  readonly edits: readonly [Edit, ...Edit[]];
  /** The rule's own `fix` where absent. */
  readonly safety?: Safety;
  /** True where nobody could want another; by default the first safe one is. */
  readonly preferred?: boolean;
}

/** What a rule may add to a finding. */
export interface Details<Edit> {
  readonly fix?: Mend<Edit> | readonly Mend<Edit>[] | undefined;
  readonly related?: readonly Related[];
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly tags?: readonly Tag[];
}

/** Something that stands at a place of the document: a span, a cursor, a word, an instruction. */
export type Place = Span | { readonly span: Span };

/** What a check gets beside its node. */
export interface Context<Edit> {
  readonly uri: string;
  readonly settings: Settings;
  report(place: Place, message: Message, details?: Details<Edit>): void;
  /** The value of one of the rule's own options: as set, or its default. */
  option<Value extends Option['default']>(name: string): Value;
}

/** Places of one document that other places of it are told by: `related` of a finding in the same file. */
export const spanOfPlace = (place: Place): Span => ('span' in place ? place.span : place);

/** A rule that the linter itself speaks for: mistakes of syntax, comments that suppress nothing. */
export interface CommonRule<Id extends string = string> extends RuleAbout<Id> {
  readonly family: 'common';
}

export const commonRule = <const Id extends string>(about: RuleAbout<Id>): CommonRule<Id> => ({
  ...about,
  family: 'common',
});
