import { isInside, schemeOf } from './uris';

/** The workspace's folders, by canonical URI. */
export class Folders {
  readonly #uris = new Set<string>();

  get uris(): readonly string[] {
    return [...this.#uris];
  }

  add(uri: string): void {
    this.#uris.add(uri);
  }

  remove(uri: string): void {
    this.#uris.delete(uri);
  }

  /** The innermost folder that holds a file. */
  holding(uri: string): string | undefined {
    return this.uris
      .filter((folder) => isInside(folder, uri))
      .sort((a, b) => b.length - a.length)
      .at(0);
  }

  /** False for what an editor shows beside the files of the workspace: an old revision, an output. */
  mayHold(uri: string): boolean {
    const scheme = schemeOf(uri);
    return ['file', 'untitled'].includes(scheme) || this.uris.some((folder) => schemeOf(folder) === scheme);
  }
}
