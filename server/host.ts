import { t } from './l10n';
import { schemeOf } from './uris';

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** A file's text, or why there is none. */
export type Reading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The files that the server may look at, by URI. A host reads only: it runs nothing and writes nothing. */
export interface Host {
  /** The scheme of the URIs that it serves; nothing for a host of no files. */
  readonly scheme?: string;
  /** What stands in a folder; nothing where it cannot be read. Links and files that are not regular are left out. */
  list(folder: string): Promise<readonly Entry[]>;
  read(file: string): Promise<Reading>;
}

/** Files that are larger hold data, not manifests that a person writes. */
export const maxFileSize = 2_000_000;

export const tooLarge = (size: number): Reading => ({
  kind: 'unreadable',
  why: t`it has ${size} bytes, more than ${maxFileSize}`,
});

/** A host for where there are no files but those that the editor has open. */
export const emptyHost: Host = {
  list: async () => [],
  read: async () => ({ kind: 'missing' }),
};

/** Files of the host's own scheme from there, all others from `other`. */
export const joinHosts = (host: Host, other: () => Host): Host => {
  const serving = (uri: string): Host => (schemeOf(uri) === host.scheme ? host : other());
  return {
    list: (folder) => serving(folder).list(folder),
    read: (file) => serving(file).read(file),
  };
};
