import type { LabelSelector, PodFact } from '../../facts';
import { maybeSameNamespace, selects } from '../../kubernetes/model/selector';
import { lookup } from '../../lookup';
import { Groups } from './groups';

type Labelled = Pick<PodFact, 'namespace' | 'labels'>;

/** Labels with their values, as they are looked for. */
export const pairsOf = (labels: Readonly<Record<string, string>>): string[] =>
  Object.entries(labels).map(([key, value]) => `${key}=${value}`);

/** The labels of all pods. */
export class PodLabels {
  readonly #all: readonly Labelled[];
  readonly #byPair = new Groups<string, Labelled>();

  constructor(all: Iterable<Labelled>) {
    this.#all = [...all];
    for (const pod of this.#all) for (const pair of pairsOf(pod.labels)) this.#byPair.add(pair, pod);
  }

  /** True where some pod that may be in the namespace has the labels. */
  areSelected(selector: LabelSelector, namespace: string | undefined): boolean {
    return this.#candidates(selector).some(
      (pod) => maybeSameNamespace(pod.namespace, namespace) && selects(selector, pod.labels),
    );
  }

  /** Those that have the label which the fewest have. */
  #candidates({ matchLabels = {} }: LabelSelector): readonly Labelled[] {
    return pairsOf(matchLabels)
      .map((pair) => this.#byPair.of(pair))
      .reduce((few, some) => (some.length < few.length ? some : few), this.#all);
  }
}

export const podLabels = lookup(
  'pods',
  ({ namespace, labels }) => ({ namespace, labels }),
  (all) => new PodLabels(all),
);
