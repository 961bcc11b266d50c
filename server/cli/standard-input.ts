import { maxSize, type Source, sourceOfBytes } from '../files/local-files';

/** All of standard input, decoded as a file would be. */
export async function readStandardInput(): Promise<Source> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxSize) break;
  }
  return sourceOfBytes(Buffer.concat(chunks));
}

/** What a text is whose name does not tell, as an editor's language id. */
export function guessLanguage(text: string): 'dockerfile' | 'yaml' | undefined {
  if (/^[ \t]*["']?(?:apiVersion|kind)["']?[ \t]*:/m.test(text)) return 'yaml';
  return /^[ \t]*FROM[ \t]+\S/im.test(text) ? 'dockerfile' : undefined;
}

export const guessedNames = { dockerfile: 'Dockerfile', yaml: 'stdin.yaml' } as const;
