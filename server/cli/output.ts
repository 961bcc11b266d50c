import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';

const pieceSize = 32_768;

/** Gathers texts to pieces that are worth a write. */
export function* gathered(texts: Iterable<string>): Generator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length < pieceSize) continue;
    yield Buffer.from(waiting.join(''));
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(waiting.join(''));
}

/** Writes pieces one after another, waiting where the reader is slow. */
export async function writeTo(stream: Writable, pieces: Iterable<Uint8Array>): Promise<void> {
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
}

/** Writes pieces to a file. */
export async function writeFile(file: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const piece of pieces) await handle.writeFile(piece);
  } finally {
    await handle.close();
  }
}
