/** A map of what was asked for lately: once it is full, what nobody has asked for since it was last full goes. */
export class RecentMap<Key, Value extends {}> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /**
   * @param size so many are always remembered, and never more than twice as many. The usual one is for folders: files are asked
   *   about soon after theirs are listed, and without a bound what is held would grow with a workspace.
   */
  constructor(private readonly size = 5000) {}

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    if (this.#young.size === this.size && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  get keys(): Iterable<Key> {
    return new Set([...this.#young.keys(), ...this.#old.keys()]);
  }
}
