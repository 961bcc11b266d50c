import type { Ignore } from 'ignore';
import { FolderCache } from './folder-cache';
import { canMatch, globsOf } from './globs';
import type { Host } from './host';
import { foldersAbove, join, relativePath } from './uris';

const names = { own: '.seaworthyignore', git: '.gitignore' } as const;

type Kind = keyof typeof names;

/** The patterns of one folder. */
interface Patterns {
  readonly folder: string;
  readonly own: Ignore | undefined;
  readonly git: Ignore | undefined;
}

/** Which files `.gitignore` and `.seaworthyignore` leave out. The nearer file outweighs the farther, ours outweighs Git's. */
export class IgnoreFiles {
  readonly #patterns: FolderCache<Patterns>;

  constructor(host: Host) {
    this.#patterns = new FolderCache(async (folder) => ({
      folder,
      own: await read(host, join(folder, names.own)),
      git: await read(host, join(folder, names.git)),
    }));
  }

  forget(folder: string): void {
    this.#patterns.forget(folder);
  }

  /** The patterns that hold in a folder, the nearest first. */
  async patternsFor(folder: string, root: string): Promise<readonly Patterns[]> {
    const folders = folder === root ? [root] : [folder, ...foldersAbove(folder, root)];
    const all = await Promise.all(folders.map((at) => this.#patterns.of(at)));
    return all.filter(({ own, git }) => own || git);
  }

  /** True where an ignore file of the given kinds names the file or a folder above it. */
  async isIgnored(uri: string, root: string, kinds: readonly Kind[]): Promise<boolean> {
    const [nearest = root] = foldersAbove(uri, root);
    return isIgnoredBy(await this.patternsFor(nearest, root), uri, false, kinds);
  }
}

export function isIgnoredBy(
  patterns: readonly Patterns[],
  uri: string,
  isFolder: boolean,
  kinds: readonly Kind[] = ['own', 'git'],
): boolean {
  for (const known of patterns) {
    const path = relativePath(known.folder, uri) + (isFolder ? '/' : '');
    if (!canMatch(path)) continue;
    for (const kind of kinds) {
      const verdict = known[kind]?.test(path);
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
    }
  }
  return false;
}

async function read(host: Host, uri: string): Promise<Ignore | undefined> {
  const reading = await host.read(uri);
  return reading.kind === 'text' ? globsOf(reading.text.split(/\r?\n/)) : undefined;
}
