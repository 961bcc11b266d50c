import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';

/** Writes pieces one after another, waiting where the reader is slow. */
export async function writeTo(stream: Writable, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
}

/** Writes pieces to a file, gathered to larger ones. */
export async function writeFile(file: string, pieces: Iterable<string>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    let gathered = '';
    for (const piece of pieces) {
      gathered += piece;
      if (gathered.length < 65_536) continue;
      await handle.write(gathered);
      gathered = '';
    }
    await handle.write(gathered);
  } finally {
    await handle.close();
  }
}
