import { type Connection, RequestType } from 'vscode-languageserver';
import { type Entry, type Host, maxFileSize, type Reading, tooLarge } from './host';

/** Asked of clients that say `fileSystem: true` in their initialisation options: what stands in a folder. */
export const ListFolderRequest = new RequestType<{ uri: string }, Entry[], void>('seaworthy/listFolder');

/** Asked of such clients too: the text of a file, or null where there is none. */
export const ReadFileRequest = new RequestType<{ uri: string }, string | null, void>('seaworthy/readFile');

/** Files that only the client can reach: those of a browser or of a virtual file system. */
export const clientHost = (connection: Connection): Host => ({
  list: async (uri) => {
    try {
      return await connection.sendRequest(ListFolderRequest, { uri });
    } catch {
      return [];
    }
  },
  read: async (uri): Promise<Reading> => {
    try {
      const text = await connection.sendRequest(ReadFileRequest, { uri });
      if (text === null) return { kind: 'missing' };
      return text.length > maxFileSize ? tooLarge(text.length) : { kind: 'text', text };
    } catch (error) {
      return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
    }
  },
});
