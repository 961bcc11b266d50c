import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';

export type Pieces<Piece> = Iterable<Piece> | AsyncIterable<Piece>;

const pieceSize = 32_768;

/** Gathers texts to pieces that are worth a write. */
export async function* gathered(texts: Pieces<string>): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for await (const text of texts) {
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
export async function writeTo(stream: Writable, pieces: Pieces<Uint8Array>): Promise<void> {
  for await (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
}

/** Writes pieces to a file. */
export async function writeFile(file: string, pieces: Pieces<Uint8Array>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
  } finally {
    await handle.close();
  }
}
