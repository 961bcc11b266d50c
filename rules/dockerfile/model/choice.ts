import type { Check } from '../../emit';
import type { PackageManager } from './package-managers';
import type { DockerfileContext } from './rule';

export type Checks<Node> = readonly Check<Node, DockerfileContext>[];

/** What a node may have that checks are about: a kind of instruction, a program by its name, a package manager. */
export type Key = string | PackageManager;

/** A check, and the keys that it is about. Undefined where it is about all nodes. */
export interface Candidate<Node> {
  readonly check: Check<Node, DockerfileContext>;
  readonly about: readonly Key[] | undefined;
}

/** More steps than the files of most projects need; beyond them all are forgotten, so that they never fill the memory. */
const maxSteps = 5000;

/**
 * The checks for a node with some keys: those about any of the keys, and those about all nodes. The keys of a node are added
 * one after another. Each step is kept, so that choosing takes no more than a look-up for each key.
 */
export class Choice<Node> {
  private readonly steps = new Map<Key, Choice<Node>>();
  private chosen: Checks<Node> | undefined;

  private constructor(
    private readonly candidates: Candidates<Node>,
    private readonly keys: ReadonlySet<Key>,
  ) {}

  /** The checks for a node without keys. */
  static among<Node>(list: readonly Candidate<Node>[]): Choice<Node> {
    const candidates = new Candidates(list);
    candidates.start = new Choice(candidates, new Set<Key>());
    return candidates.start;
  }

  get checks(): Checks<Node> {
    this.chosen ??= this.candidates.about(this.keys);
    return this.chosen;
  }

  with(key: Key | undefined): Choice<Node> {
    if (key === undefined) return this;
    const step = this.steps.get(key);
    if (step) return step;
    return this.candidates.keys.has(key) && !this.keys.has(key) ? this.step(key) : this;
  }

  private step(key: Key): Choice<Node> {
    const { candidates } = this;
    if (candidates.steps >= maxSteps) {
      candidates.start?.steps.clear();
      candidates.steps = 0;
    }
    const step = new Choice(candidates, new Set([...this.keys, key]));
    this.steps.set(key, step);
    candidates.steps += 1;
    return step;
  }
}

class Candidates<Node> {
  /** All keys that any of them is about. */
  readonly keys: ReadonlySet<Key>;
  start: Choice<Node> | undefined;
  steps = 0;

  constructor(private readonly list: readonly Candidate<Node>[]) {
    this.keys = new Set(list.flatMap(({ about = [] }) => about));
  }

  about(keys: ReadonlySet<Key>): Checks<Node> {
    return this.list.flatMap(({ check, about }) =>
      !about || about.some((key) => keys.has(key)) ? [check] : [],
    );
  }
}
