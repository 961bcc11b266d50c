import { readdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where programs of this user keep what they can make again. */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = env.HOME || homedir();
  const base =
    absolute(env.XDG_CACHE_HOME) ||
    (platform === 'win32'
      ? env.LOCALAPPDATA || path.join(home, 'AppData', 'Local')
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Caches')
        : path.join(home, '.cache'));
  return path.join(base, 'seaworthy');
}

/** A relative one would lie in whatever project is audited; the specification has it ignored. */
const absolute = (folder: string | undefined): string | undefined =>
  folder !== undefined && path.isAbsolute(folder) ? folder : undefined;

/** Takes away what is of no use any more; what cannot be taken away does no harm. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}

export interface Bounds {
  readonly files: number;
  readonly bytes: number;
}

/** Takes away the files of a kind that were not used for the longest, and what runs have left that did not come to their end. */
export function removeOldest(folder: string, kind: string, bounds: Bounds): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(kind) || name.endsWith('.tmp'))
    .flatMap((name) => {
      const file = path.join(folder, name);
      const about = statSync(file, { throwIfNoEntry: false });
      return about ? [{ file, at: about.mtimeMs, size: about.size }] : [];
    })
    .sort((a, b) => b.at - a.at);
  const anHourAgo = Date.now() - 3_600_000;
  for (const { file, at } of files) if (file.endsWith('.tmp') && at < anHourAgo) removeQuietly(file);
  let count = 0;
  let bytes = 0;
  for (const { file, size } of files.filter((one) => one.file.endsWith(kind))) {
    count += 1;
    bytes += size;
    if (count > bounds.files || bytes > bounds.bytes) removeQuietly(file);
  }
}
