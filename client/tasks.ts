import * as vscode from 'vscode';

interface AuditDefinition extends vscode.TaskDefinition {
  paths?: string[];
  profile?: string;
  failOn?: string;
}

/** Runs the command line that comes with the extension as a task, whose lines go to Problems. */
export function registerTasks(cli: string): vscode.Disposable {
  return vscode.tasks.registerTaskProvider('seaworthy', {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).map((folder) =>
        auditTask({ type: 'seaworthy', command: 'audit' }, folder, cli),
      ),
    resolveTask: ({ definition, scope }) =>
      auditTask(definition, typeof scope === 'object' ? scope : vscode.TaskScope.Workspace, cli),
  });
}

function auditTask(
  definition: AuditDefinition,
  scope: vscode.WorkspaceFolder | vscode.TaskScope.Workspace,
  cli: string,
): vscode.Task {
  // The editor's own program is a Node.js where this variable says so.
  const options = { env: { ELECTRON_RUN_AS_NODE: '1' } };
  const execution = new vscode.ProcessExecution(process.execPath, [cli, ...argumentsOf(definition)], options);
  const task = new vscode.Task(definition, scope, 'audit', 'seaworthy', execution, '$seaworthy');
  task.detail = vscode.l10n.t('Audit with the command line');
  return task;
}

function argumentsOf({ paths = [], profile, failOn }: AuditDefinition): string[] {
  const options = [
    ...(profile === undefined ? [] : ['--profile', profile]),
    ...(failOn === undefined ? [] : ['--fail-on', failOn]),
  ];
  return ['audit', ...options, '--', ...paths];
}
