import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Entry, ListFolderRequest, ReadFileRequest } from './protocol';

/** Reads for a server that has no file system of its own, as in a browser or in a virtual workspace. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(ListFolderRequest, async ({ uri }) => {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
      return entries.flatMap(([name, type]) => entry(name, type));
    }),
    client.onRequest(ReadFileRequest, ({ uri }) => read(vscode.Uri.parse(uri))),
  );
}

/** Links are left out: they may lead anywhere. */
function entry(name: string, type: vscode.FileType): Entry[] {
  if (type === vscode.FileType.File) return [{ name, kind: 'file' }];
  return type === vscode.FileType.Directory ? [{ name, kind: 'folder' }] : [];
}

async function read(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}
