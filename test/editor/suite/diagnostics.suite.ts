import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, configure, finding, noFinding, open, write } from './support';
import { openPolicy, privilegedPod } from './texts';

const rule = 'privileged-container';

describe('diagnostics', () => {
  afterEach(closeAll);

  it('mark the mistake and nothing else', async () => {
    const { uri } = await open('exact.yaml', privilegedPod('exact'));
    const found = await finding(uri, rule);
    assert.deepEqual(found.range, new vscode.Range(8, 8, 8, 24));
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.source, 'seaworthy');
    assert.match(found.message, /`web`.*`exact`.*privileged/);
    assert.ok(
      typeof found.code === 'object' && /^https:.*privileged-container/.test(String(found.code.target)),
    );
  });

  it('follow what is typed', async () => {
    const { uri } = await open('typed.yaml', privilegedPod('typed'));
    const { range } = await finding(uri, rule);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, range, 'privileged: false');
    await vscode.workspace.applyEdit(edit);
    await noFinding(uri, rule);
    await vscode.commands.executeCommand('undo');
    await finding(uri, rule);
  });

  it('count a policy in another file as soon as it is typed', async () => {
    const { uri } = await open('lonely.yaml', privilegedPod('lonely'));
    await finding(uri, 'missing-network-policy');
    const policy = await open('policy.yaml', '');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(policy.uri, new vscode.Position(0, 0), openPolicy('lonely'));
    await vscode.workspace.applyEdit(edit);
    await noFinding(uri, 'missing-network-policy');
  });

  it('count a policy that another program writes, and its removal', async () => {
    const { uri } = await open('alone.yaml', privilegedPod('alone'));
    await finding(uri, 'missing-network-policy');
    const policy = await write('alone-policy.yaml', openPolicy('alone'));
    await noFinding(uri, 'missing-network-policy');
    await vscode.workspace.fs.delete(policy);
    await finding(uri, 'missing-network-policy');
  });

  it('are forgotten when the file is closed', async () => {
    const { uri } = await open('closed.yaml', privilegedPod('closed'));
    await finding(uri, rule);
    await closeAll();
    await noFinding(uri, rule);
  });

  it('leave a Helm template alone', async () => {
    const template = privilegedPod('chart').replace('web:1.4.2', '{{ .Values.image }}');
    await write('chart/Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n');
    const { uri } = await open('chart/templates/pod.yaml', template);
    const other = await open('beside.yaml', privilegedPod('beside'));
    await finding(other.uri, rule);
    await noFinding(uri, rule);
    await noFinding(uri, 'yaml-syntax');
  });

  it('follow the settings without a reload', async () => {
    const { uri } = await open('settings.yaml', privilegedPod('settings'));
    await finding(uri, rule);
    try {
      await configure('enable', false);
      await noFinding(uri, rule);
      await configure('enable', undefined);
      await finding(uri, rule);
      await configure('profile', 'essential');
      await noFinding(uri, 'missing-network-policy');
    } finally {
      await configure('enable', undefined);
      await configure('profile', undefined);
    }
    await finding(uri, 'missing-network-policy');
  });

  it('follow the configuration file of the workspace', async () => {
    const { uri } = await open('configured.yaml', privilegedPod('configured'));
    await finding(uri, rule);
    const configuration = await write('.seaworthy.yaml', `rules:\n  ${rule}: off\n`);
    try {
      await noFinding(uri, rule);
    } finally {
      await vscode.workspace.fs.delete(configuration);
    }
    await finding(uri, rule);
  });
});
