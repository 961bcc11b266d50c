import path from 'node:path';
import { URI } from 'vscode-uri';
import { canonical } from '../uris';

/** True for paths that stand in URIs as they are. Most do, and taking a URI apart takes longer than all else about a small file. */
const isPlain = (file: string): boolean => path.sep === '/' && /^\/(?!\/)[\w./~-]*[\w.~-]$/.test(file);

const scheme = 'file://';

/** The canonical URI of a file. */
export const uriOf = (file: string): string =>
  isPlain(file) ? scheme + file : canonical(URI.file(file).toString());

/** The path of a file. */
export function pathOf(uri: string): string {
  const file = uri.startsWith(scheme) ? uri.slice(scheme.length) : '';
  return isPlain(file) ? file : URI.parse(uri).fsPath;
}
