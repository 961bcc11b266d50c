import * as vscode from 'vscode';
import { type BaseLanguageClient, LanguageClient } from 'vscode-languageclient/browser';
import { start } from './main';

let client: BaseLanguageClient | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/language-server.browser.js');
  client = start(
    context,
    (options) =>
      new LanguageClient('seaworthy', 'Seaworthy', async () => new Worker(String(script)), options),
    () => false,
  );
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
