import { rmSync } from 'node:fs';
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
