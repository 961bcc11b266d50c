import * as vscode from 'vscode';
import { type BaseLanguageClient, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './main';
import { registerTasks } from './tasks';

let client: BaseLanguageClient | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/language-server.js');
  const server = { module, transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  client = start(
    context,
    (options) => new LanguageClient('seaworthy', 'Seaworthy', { run: server, debug }, options),
    () => (vscode.workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme === 'file'),
  );
  context.subscriptions.push(registerTasks(context.asAbsolutePath('dist/cli.js')));
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
