import { RecentMap } from './recent-map';
import { isInside } from './uris';

/** What is known of folders that are asked about again and again, kept until something in them changes. */
export class FolderCache<Value> {
  readonly #known = new RecentMap<string, Promise<Value>>();

  constructor(private readonly load: (folder: string) => Promise<Value>) {}

  of(folder: string): Promise<Value> {
    let known = this.#known.get(folder);
    if (!known) {
      known = this.load(folder);
      this.#known.set(folder, known);
    }
    return known;
  }

  /** Forgets a folder and those in it. */
  forget(folder: string): void {
    for (const known of this.#known.keys)
      if (known === folder || isInside(folder, known)) this.#known.delete(known);
  }
}
