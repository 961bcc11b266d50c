import { stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { LocalFiles, readSource } from './files/local-files';
import type { Folders } from './folders';
import { type Host, maxFileSize, type Reading, tooLarge } from './host';
import { schemeOf } from './uris';

/** The file system of this machine. Links into the folders of the workspace are left to the files themselves. */
export function nodeHost(folders: Folders): Host {
  return {
    scheme: 'file',
    list(folder) {
      const roots = folders.uris.filter((uri) => schemeOf(uri) === 'file').map(pathOf);
      return new LocalFiles(roots, () => {}).list(folder);
    },
    read: (file) => read(pathOf(file)),
  };
}

const pathOf = (uri: string): string => URI.parse(uri).fsPath;

async function read(path: string): Promise<Reading> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return { kind: 'missing' };
    if (about.size > maxFileSize) return tooLarge(about.size);
  } catch {
    // What is wrong is told by reading.
  }
  return readSource(path);
}
