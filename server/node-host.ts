import { lstat, realpath, stat } from 'node:fs/promises';
import { isInProject, LocalFiles, readSource } from './files/local-files';
import { pathOf } from './files/paths';
import type { Folders } from './folders';
import { type Host, maxFileSize, type Reading, tooLarge } from './host';
import { schemeOf } from './uris';

/** The file system of this machine. Links into the folders of the workspace are left to the files themselves. */
export function nodeHost(folders: Folders): Host {
  const roots = (): string[] => folders.uris.filter((uri) => schemeOf(uri) === 'file').map(pathOf);
  return {
    scheme: 'file',
    list: (folder) => new LocalFiles(roots(), () => {}).list(folder),
    read: (file) => read(pathOf(file), roots()),
  };
}

async function read(path: string, roots: readonly string[]): Promise<Reading> {
  try {
    const about = await stat(path);
    if (about.isDirectory() || (await leadsOut(path, roots))) return { kind: 'missing' };
    if (about.size > maxFileSize) return tooLarge(about.size);
  } catch {
    // What is wrong is told by reading.
  }
  return readSource(path);
}

/** A link out of the folders of the workspace is none of its files. */
const leadsOut = async (path: string, roots: readonly string[]): Promise<boolean> =>
  (await lstat(path)).isSymbolicLink() && !(await isInProject(await realpath(path), roots));
