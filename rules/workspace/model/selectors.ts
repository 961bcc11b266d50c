import type { LabelSelector } from '../../facts';
import { selects } from '../../kubernetes/model/selector';
import { Groups } from './groups';
import { pairsOf } from './labels';

interface Selecting {
  readonly namespace: string | undefined;
  readonly selector: LabelSelector;
}

/** A thing and its place among all. */
interface Placed<Item> {
  readonly item: Item;
  readonly place: number;
}

/** Things with a label selector, found by labels that they select. */
export class Selectors<Item extends Selecting> {
  /** By the label which the fewest ask for with them, undefined where they ask for none; then by namespace. */
  readonly #byPair = new Map<string | undefined, Groups<string | undefined, Placed<Item>>>();

  constructor(all: Iterable<Item>) {
    const items = [...all];
    const counts = new Map<string, number>();
    for (const { selector } of items)
      for (const pair of askedBy(selector)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    items.forEach((item, place) => {
      const [rarest] = askedBy(item.selector).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
      const groups = this.#byPair.get(rarest) ?? new Groups();
      this.#byPair.set(rarest, groups);
      groups.add(item.namespace, { item, place });
    });
  }

  /** Those that select the labels and may be in the namespace, in their order. */
  selecting(labels: Readonly<Record<string, string>>, namespace: string | undefined): readonly Item[] {
    if (this.#byPair.size === 0) return [];
    return [undefined, ...pairsOf(labels)]
      .flatMap((pair) => this.#maybeIn(namespace, pair))
      .filter(({ item }) => selects(item.selector, labels))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }

  /** What names no namespace may be in any. */
  #maybeIn(namespace: string | undefined, pair: string | undefined): readonly Placed<Item>[] {
    const groups = this.#byPair.get(pair);
    if (!groups) return [];
    return namespace === undefined
      ? [...groups.all].flat()
      : [...groups.of(namespace), ...groups.of(undefined)];
  }
}

const askedBy = ({ matchLabels = {} }: LabelSelector): string[] => pairsOf(matchLabels);
