import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { start } from './main';

let client: BaseLanguageClient | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/language-server.browser.js');
  const connect = workerStarter(String(script));
  client = start(
    context,
    (options) => new LanguageClient('seaworthy', 'Seaworthy', connect, options),
    () => false,
  );
}

/** Starts a worker each time, after the end of the one before. */
function workerStarter(script: string): () => Promise<MessageTransports> {
  let worker: Worker | undefined;
  return async () => {
    worker?.terminate();
    worker = new Worker(script);
    // Not given as a worker: what VS Code makes in its own worker is no instance of the Worker seen here.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
