import { URI } from 'vscode-uri';

/** One spelling for each file: clients write the same URI in several ways (`file:///c%3A/x`, `file:///C:/x`). */
export const canonical = (uri: string): string => {
  try {
    return URI.parse(uri).toString().replace(/\/$/, '');
  } catch {
    return uri;
  }
};

export const schemeOf = (uri: string): string => uri.slice(0, uri.indexOf(':'));

export const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

export const join = (folder: string, name: string): string => `${folder}/${encode(name)}`;

/** As canonical URIs have it. */
const encode = (name: string): string =>
  /^[\w.~-]+$/.test(name)
    ? name
    : URI.from({ scheme: 'x', path: `/${name}` })
        .toString()
        .slice('x:/'.length);

export const nameOf = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1));

export const isInside = (folder: string, uri: string): boolean => uri.startsWith(`${folder}/`);

/** The path of a file below a folder, decoded, with slashes. */
export const relativePath = (folder: string, uri: string): string => decode(uri.slice(folder.length + 1));

/** The folders above a file, the nearest first, up to `root`. */
export function foldersAbove(uri: string, root: string): string[] {
  const folders: string[] = [];
  for (let at = parentOf(uri); at === root || isInside(root, at); at = parentOf(at)) folders.push(at);
  return folders;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
