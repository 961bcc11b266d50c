import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { AuditView } from './audit-view';
import { registerCommands } from './commands';
import { selector } from './documents';
import { serveFiles } from './files';
import { Findings } from './findings';
import { registerRuleDocuments } from './rule-documents';
import { Status } from './status';

/**
 * What both faces of the extension, that under node and that in a browser, do on activation.
 * A server that does not reach the files itself reads them through us.
 */
export function start(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
  reachesFiles: () => boolean,
): BaseLanguageClient {
  const findings = new Findings();
  const client = createClient({
    documentSelector: selector,
    diagnosticCollectionProvider: findings.provider,
    diagnosticPullOptions: { onChange: true, onFocus: true },
    middleware: findings.middleware,
    initializationOptions: () => ({
      commands: ['seaworthy.explainRule'],
      fileSystem: !reachesFiles(),
      translations: vscode.l10n.bundle,
    }),
  });
  findings.follow(client);
  const view = new AuditView(findings, context.workspaceState);
  context.subscriptions.push(
    findings,
    view,
    new Status(client, findings),
    registerCommands(client, findings, view),
    registerRuleDocuments(client),
    serveFiles(client),
  );
  // Not awaited: the editor need not wait for the server. A failure is shown by the client itself.
  client.start().catch(() => undefined);
  return client;
}
