import { existsSync } from 'node:fs';
import path from 'node:path';

/** A folder and those above it, the nearest first, up to `last` or the root of the file system. */
export function* foldersFrom(folder: string, last?: string): Generator<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    yield at;
    if (at === last || at === path.dirname(at)) return;
  }
}

/** The root of the Git repository that holds a folder; undefined where there is none. */
export function repositoryOf(
  folder: string,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  for (const at of foldersFrom(folder)) if (exists(path.join(at, '.git'))) return at;
  return undefined;
}
