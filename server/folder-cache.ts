import QuickLRU from 'quick-lru';
import { isInside } from './uris';

/** More than those that a file stands in and those beside it; without a bound, what is held would grow with the folders. */
const maxSize = 1000;

/** What is known of folders that are asked about again and again, kept until something in them changes. */
export class FolderCache<Value> {
  readonly #known = new QuickLRU<string, Promise<Value>>({ maxSize });

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
    for (const known of this.#known.keys())
      if (known === folder || isInside(folder, known)) this.#known.delete(known);
  }
}
