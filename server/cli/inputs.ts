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
 * @param onFound told in folders of how many there are so far.
 */
export async function findInputs(
  disk: FileSystem,
  paths: readonly string[],
  onProblem: (path: string, why: string) => void,
  onFound: (count: number) => void = () => {},
): Promise<Input[]> {
  const roots: string[] = [];
  const inputs = new Map<string, Input>();
  for (const file of paths.map((argument) => path.resolve(argument))) {
    try {
      if (disk.isFolder(file)) roots.push(file);
      else inputs.set(uriOf(file), { uri: uriOf(file), path: file, isNamed: true });
    } catch (error) {
      onProblem(file, whyOf(error));
    }
  }
  const files = new LocalFiles(roots, onProblem, disk);
  for (const root of roots)
    for await (const uri of filesBelow(root, files, disk)) {
      if (inputs.has(uri)) continue;
      inputs.set(uri, { uri, path: pathOf(uri), isNamed: false });
      onFound(inputs.size);
    }
  return [...inputs.values()];
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
