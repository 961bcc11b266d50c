import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const extensionId = 'seaworthy.seaworthy';

export function fileUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the tests want a folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file of the workspace, as another program would. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  return fileUri(path);
}

/** Writes a file and opens it in an editor. */
export async function open(path: string, text: string): Promise<vscode.TextDocument> {
  const editor = await vscode.window.showTextDocument(await write(path, text), { preview: false });
  return editor.document;
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The findings of a rule in a file, as the editor shows them. */
export function findings(uri: vscode.Uri, rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => ruleOf(diagnostic) === rule);
}

/** Waits for one finding of a rule and gives it. */
export async function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const [found] = await until(
    () => findings(uri, rule),
    ({ length }) => length > 0,
  );
  assert.ok(found);
  return found;
}

export async function noFinding(uri: vscode.Uri, rule: string): Promise<void> {
  await until(
    () => findings(uri, rule),
    ({ length }) => length === 0,
  );
}

/** The code actions at a finding, edits resolved. The provider may not be ready on the first call. */
export function actionsAt(uri: vscode.Uri, range: vscode.Range, title: RegExp): Promise<vscode.CodeAction> {
  const ask = async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      undefined,
      20,
    );
    return actions.filter((action) => title.test(action.title));
  };
  return until(ask, ({ length }) => length > 0).then(([action]) => {
    assert.ok(action);
    return action;
  });
}

export async function apply({ edit, title }: vscode.CodeAction): Promise<void> {
  assert.ok(edit, `"${title}" has no edit`);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export function configure(setting: string, value: unknown): Thenable<void> {
  const target = vscode.ConfigurationTarget.Workspace;
  return vscode.workspace.getConfiguration('seaworthy').update(setting, value, target);
}

/** Asks again until the answer is as wanted, for at most ten seconds; then fails with the last answer. */
export async function until<T>(ask: () => T | Thenable<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) assert.fail(`still ${JSON.stringify(answer)} after 10 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
