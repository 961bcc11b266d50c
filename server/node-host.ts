import { lstat, readdir, readFile } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { type Entry, type Host, maxFileSize, type Reading, tooLarge } from './host';

/** The file system of this machine; URIs of other schemes are nothing here. */
export const nodeHost: Host = {
  scheme: 'file',

  async list(folder) {
    const path = pathOf(folder);
    if (path === undefined) return [];
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries.flatMap((entry): Entry[] => {
        if (entry.isDirectory()) return [{ name: entry.name, kind: 'folder' }];
        return entry.isFile() ? [{ name: entry.name, kind: 'file' }] : [];
      });
    } catch {
      return [];
    }
  },

  async read(file) {
    const path = pathOf(file);
    if (path === undefined) return { kind: 'missing' };
    try {
      const stat = await lstat(path);
      if (stat.isDirectory()) return { kind: 'missing' };
      if (!stat.isFile()) return { kind: 'unreadable', why: 'it is no regular file' };
      return stat.size > maxFileSize ? tooLarge(stat.size) : decode(await readFile(path));
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
        return { kind: 'missing' };
      return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
    }
  },
};

function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** Decodes as editors do: a byte order mark is no part of the text. */
function decode(bytes: Uint8Array): Reading {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  return text.includes('\0') ? { kind: 'unreadable', why: 'it is no text' } : { kind: 'text', text };
}
