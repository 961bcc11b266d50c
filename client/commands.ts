import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import { auditWorkspace } from './audit';
import { type AuditView, groupings } from './audit-view';
import type { Finding, Findings } from './findings';
import { FixAllInWorkspaceRequest, type WorkspaceFixes } from './protocol';
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

/** The server marks each edit as one to confirm, so that the editor can show them before it writes. */
async function fixAllInWorkspace(client: BaseLanguageClient): Promise<void> {
  await client.start();
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Seaworthy: looking for fixes'),
    cancellable: true,
  };
  const found = await vscode.window.withProgress(options, (_, token) => findFixes(client, token));
  if (!found) return;
  if (found.count === 0) {
    vscode.window.showInformationMessage(vscode.l10n.t('Seaworthy has no safe fix for this workspace.'));
    return;
  }
  const edit = await chooseEdit(found);
  if (!edit) return;
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  await vscode.workspace.applyEdit(converted, { isRefactoring: true });
}

/** The preview has every edit unticked, which is no help to somebody who wants them all. */
async function chooseEdit({ edit, count }: WorkspaceFixes): Promise<WorkspaceEdit | undefined> {
  const [preview, all] = [vscode.l10n.t('Preview'), vscode.l10n.t('Fix All')];
  const question = vscode.l10n.t('Seaworthy can safely fix {0} findings in this workspace.', count);
  const answer = await vscode.window.showInformationMessage(question, { modal: true }, preview, all);
  if (answer === undefined) return undefined;
  return answer === preview ? edit : withoutConfirmation(edit);
}

function withoutConfirmation(edit: WorkspaceEdit): WorkspaceEdit {
  const annotations = Object.entries(edit.changeAnnotations ?? {}).map(([id, annotation]) => [
    id,
    { ...annotation, needsConfirmation: false },
  ]);
  return { ...edit, changeAnnotations: Object.fromEntries(annotations) };
}

/** Nothing where the person stopped it. */
async function findFixes(
  client: BaseLanguageClient,
  token: vscode.CancellationToken,
): Promise<WorkspaceFixes | undefined> {
  try {
    return await client.sendRequest(FixAllInWorkspaceRequest, {}, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}
