/** Things by what they are looked for by; each group in the order in which they were added. */
export class Groups<Key, Item> {
  readonly #groups = new Map<Key, Item[]>();

  static by<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Groups<Key, Item> {
    const groups = new Groups<Key, Item>();
    for (const item of items) groups.add(keyOf(item), item);
    return groups;
  }

  add(key: Key, item: Item): void {
    const others = this.#groups.get(key);
    if (others) others.push(item);
    else this.#groups.set(key, [item]);
  }

  of(key: Key): readonly Item[] {
    return this.#groups.get(key) ?? none;
  }

  get all(): Iterable<readonly Item[]> {
    return this.#groups.values();
  }
}

const none: readonly never[] = [];
