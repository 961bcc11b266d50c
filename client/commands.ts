import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { auditWorkspace } from './audit';
import { type AuditView, groupings } from './audit-view';
import type { Finding, Findings } from './findings';
import { FixAllInWorkspaceRequest } from './protocol';
import { explainRule } from './rule-documents';

export function registerCommands(
  client: BaseLanguageClient,
  findings: Findings,
  view: AuditView,
): vscode.Disposable {
  const commands: Record<string, (argument?: string | Finding) => unknown> = {
    auditWorkspace: () => audit(client, findings),
    fixAllInFile,
    fixAllInWorkspace: () => fixAllInWorkspace(client),
    explainRule: (about) => explainRule(client, about),
    showOutput: () => client.outputChannel.show(),
    restartServer: () => restart(client),
  };
  for (const grouping of groupings) commands[`groupBy.${grouping}`] = () => view.groupBy(grouping);
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`seaworthy.${name}`, run),
    ),
  );
}

async function audit(client: BaseLanguageClient, findings: Findings): Promise<void> {
  const isComplete = await auditWorkspace(client, findings);
  if (isComplete && findings.all().length === 0) {
    vscode.window.showInformationMessage(vscode.l10n.t('Seaworthy found nothing in this workspace.'));
  } else {
    await vscode.commands.executeCommand('seaworthy.findings.focus');
  }
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

function fixAllInFile(): Thenable<unknown> {
  const argument = { kind: 'source.fixAll.seaworthy', apply: 'first' };
  return vscode.commands.executeCommand('editor.action.codeAction', argument);
}

/** The server marks each edit as one to confirm, so the editor shows them all before it writes. */
async function fixAllInWorkspace(client: BaseLanguageClient): Promise<void> {
  await client.start();
  const { edit, count } = await client.sendRequest(FixAllInWorkspaceRequest, {});
  if (count === 0) {
    vscode.window.showInformationMessage(vscode.l10n.t('Seaworthy has no safe fix for this workspace.'));
    return;
  }
  const workspaceEdit = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  await vscode.workspace.applyEdit(workspaceEdit, { isRefactoring: true });
}
