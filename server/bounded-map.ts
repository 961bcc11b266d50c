/** A map that forgets all when it is full: what is asked for again and again is soon there again. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  constructor(private readonly maxSize: number) {
    super();
  }

  override set(key: Key, value: Value): this {
    if (this.size >= this.maxSize && !this.has(key)) this.clear();
    return super.set(key, value);
  }
}
