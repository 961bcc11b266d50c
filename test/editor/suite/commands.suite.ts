import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fileUri, finding, findings, noFinding, open, until, write } from './support';
import { privilegedPod } from './texts';

const rule = 'privileged-container';

describe('commands', () => {
  // There from the start, and no test opens it.
  const closed = fileUri('deploy/shop.yaml');

  afterEach(closeAll);

  it('audit finds what is in files that nobody opened, each once', async () => {
    const { uri } = await open('opened.yaml', privilegedPod('opened'));
    await finding(uri, rule);
    assert.equal(findings(closed, rule).length, 0);
    await vscode.commands.executeCommand('seaworthy.auditWorkspace');
    assert.equal(findings(closed, rule).length, 1);
    assert.equal(findings(uri, rule).length, 1);
  });

  it('audit keeps the findings of closed files current', async () => {
    const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(closed));
    await write('deploy/shop.yaml', before.replace('privileged: true', 'privileged: false'));
    await noFinding(closed, rule);
    await write('deploy/shop.yaml', before);
    await finding(closed, rule);
  });

  it('a restart of the server brings all findings back', async () => {
    const { uri } = await open('restarted.yaml', privilegedPod('restarted'));
    await finding(uri, rule);
    await vscode.commands.executeCommand('seaworthy.restartServer');
    await finding(uri, rule);
    await finding(closed, rule);
  });

  it('a server that is killed comes back by itself, with its findings', async function () {
    const [killed] = serverProcesses();
    if (killed === undefined) return this.skip();
    const { uri } = await open('killed.yaml', privilegedPod('killed'));
    await finding(uri, rule);
    process.kill(killed, 'SIGKILL');
    await until(
      () => serverProcesses(),
      ([another]) => another !== undefined && another !== killed,
    );
    // What is shown now may be what the dead one said: only one that lives sees an edit.
    await write('killed.yaml', privilegedPod('killed').replace('privileged: true', 'privileged: false'));
    await noFinding(uri, rule);
    await write('killed.yaml', privilegedPod('killed'));
    await finding(uri, rule);
    await finding(closed, rule);
  });

  it('explain shows the page of a rule', async () => {
    const page = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: 'seaworthy-rule', path: `/${rule}.md` }),
    );
    assert.match(page.getText(), /Container runs privileged/);
  });

  it('the task runs the command line, which tells of findings by its exit', async () => {
    const [task] = await vscode.tasks.fetchTasks({ type: 'seaworthy' });
    assert.ok(task);
    const ended = new Promise<vscode.TaskProcessEndEvent>((resolve) => {
      const listener = vscode.tasks.onDidEndTaskProcess((event) => {
        if (event.execution.task.definition.type !== 'seaworthy') return;
        listener.dispose();
        resolve(event);
      });
    });
    await vscode.tasks.executeTask(task);
    assert.equal((await ended).exitCode, 1);
  });
});

/** The processes of the server that this window has started; none where the system does not list them as files. */
function serverProcesses(): number[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandOf(name).includes(`--clientProcessId=${process.pid}`))
    .map(Number);
}

/** Empty where the process has gone meanwhile. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
