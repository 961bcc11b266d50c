import path from 'node:path';
import { languageOf } from '../../rules/index';
import { isConfiguration } from '../configuration-files';
import type { FileSystem } from '../files/file-system';
import { repositoryOf } from '../files/folders-above';
import { LocalFiles, whyOf } from '../files/local-files';
import { pathOf, uriOf } from '../files/paths';
import { IgnoreFiles, isIgnoredBy } from '../ignore-files';
import { parentOf } from '../uris';
import { walk } from '../walk';

/** What a .dockerignore says counts for the Dockerfiles that it is for; it has no findings of its own. */
export function isAudited(uri: string, languageId?: string): boolean {
  const language = languageOf(uri, languageId);
  return language !== undefined && language !== 'ignore-file';
}

/** A file to audit. */
export interface Input {
  readonly uri: string;
  readonly path: string;
  /** True where a person named the file itself, not a folder above it. */
  readonly isNamed: boolean;
}

/**
 * The files that arguments stand for, each once: named files whatever they are, and the Dockerfiles and manifests of
 * folders, but for those that Git or a `.seaworthyignore` leaves out.
 */
export async function* findInputs(
  disk: FileSystem,
  paths: readonly string[],
  onProblem: (path: string, why: string) => void,
): AsyncGenerator<Input> {
  const roots: string[] = [];
  const seen = new Set<string>();
  // One argument stands for each of its files once.
  const isNew = (uri: string): boolean => paths.length === 1 || seen.size < seen.add(uri).size;
  for (const file of paths.map((argument) => path.resolve(argument))) {
    try {
      if (disk.isFolder(file)) roots.push(file);
      else if (isNew(uriOf(file))) yield { uri: uriOf(file), path: file, isNamed: true };
    } catch (error) {
      onProblem(file, whyOf(error));
    }
  }
  const files = new LocalFiles(roots, onProblem, disk);
  for (const root of roots)
    for await (const uri of filesBelow(root, files, disk))
      if (isNew(uri)) yield { uri, path: pathOf(uri), isNamed: false };
}

/** How far things are found ahead of those that are worked on. */
export interface Pace {
  /** So many before the first one is given, as far as there are. */
  readonly first: number;
  /** So many more with each that is given. */
  readonly more: number;
  /** So many at most. */
  readonly most: number;
}

/** Finds things while those found before are worked on. */
export async function* ahead<Item>(
  items: AsyncIterator<Item>,
  { first, more, most }: Pace,
  onFound: (item: Item) => void,
): AsyncGenerator<Item> {
  const waiting: Item[] = [];
  for (let wanted = first, isWhole = false; ; wanted = Math.min(waiting.length + more, most)) {
    while (waiting.length < wanted && !isWhole) {
      const next = await items.next();
      isWhole = next.done === true;
      if (next.done) break;
      waiting.push(next.value);
      onFound(next.value);
    }
    const item = waiting.shift();
    if (item === undefined) return;
    yield item;
  }
}

async function* filesBelow(root: string, files: LocalFiles, disk: FileSystem): AsyncGenerator<string> {
  const ignoreFiles = new IgnoreFiles(files);
  const folder = uriOf(root);
  const repository = uriOf(repositoryOf(root, disk.exists) ?? root);
  // A folder that a person names is walked even where Git ignores it; what stands above it then says nothing.
  const isIgnored =
    folder !== repository &&
    isIgnoredBy(await ignoreFiles.patternsFor(parentOf(folder), repository), folder, true);
  for await (const uri of walk(files, folder, isIgnored ? folder : repository, ignoreFiles))
    if (!isConfiguration(uri) && isAudited(uri)) yield uri;
}
