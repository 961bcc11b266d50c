import { randomBytes } from 'node:crypto';
import { chmod, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts other bytes into a file in one step: a reader sees the old file or the new one, and a crash leaves one of them.
 * Mode stays; a link stays a link.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file);
  const { mode } = await stat(target);
  const beside = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}`,
  );
  try {
    await writeNew(beside, bytes);
    await chmod(beside, mode & 0o7777);
    await rename(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => {});
    throw error;
  }
}

/** Writes a file that is not there yet. */
export async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
