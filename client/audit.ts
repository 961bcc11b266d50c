import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  ProgressType,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageclient';
import type { Findings } from './findings';

type WorkDone = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

type Report = WorkspaceDiagnosticReport | WorkspaceDiagnosticReportPartialResult;

const workDone = new ProgressType<WorkDone>();

/** Audits every file of the workspace, in view of the person, who can stop it. */
export function auditWorkspace(client: BaseLanguageClient, findings: Findings): Thenable<boolean> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Seaworthy: auditing the workspace'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    await pullWorkspace(client, findings, progressOf(progress), token);
    if (token.isCancellationRequested) return false;
    findings.keepWorkspace();
    return true;
  });
}

async function pullWorkspace(
  client: BaseLanguageClient,
  findings: Findings,
  onProgress: (value: WorkDone) => void,
  token: vscode.CancellationToken,
): Promise<void> {
  await client.start();
  let accepted = Promise.resolve();
  const accept = (report: Report) => {
    accepted = accepted.then(() => acceptReport(client, findings, report));
  };
  const [workDoneToken, partialResultToken] = [crypto.randomUUID(), crypto.randomUUID()];
  const listeners = vscode.Disposable.from(
    client.onProgress(workDone, workDoneToken, onProgress),
    client.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, accept),
  );
  const params = { identifier: 'seaworthy', previousResultIds: [], workDoneToken, partialResultToken };
  try {
    accept(await client.sendRequest(WorkspaceDiagnosticRequest.type, params, token));
    await accepted;
  } catch (error) {
    if (!token.isCancellationRequested) throw error;
  } finally {
    listeners.dispose();
  }
}

async function acceptReport(
  client: BaseLanguageClient,
  findings: Findings,
  { items }: Report,
): Promise<void> {
  for (const item of items) {
    if (item.kind !== 'full') continue;
    const uri = client.protocol2CodeConverter.asUri(item.uri);
    findings.accept(uri, await client.protocol2CodeConverter.asDiagnostics(item.items));
  }
}

/** The server tells how far it is; the window wants to hear by how much that grew. */
function progressOf(progress: vscode.Progress<{ message?: string; increment?: number }>) {
  let before = 0;
  return (value: WorkDone) => {
    if (value.kind === 'end') return;
    const percentage = value.percentage ?? before;
    const increment = percentage - before;
    before = percentage;
    progress.report(value.message === undefined ? { increment } : { message: value.message, increment });
  };
}
