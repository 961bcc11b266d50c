import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionsAt, apply, closeAll, configure, finding, noFinding, open, until } from './support';
import { privilegedPod } from './texts';

const rule = 'privileged-container';

describe('code actions', () => {
  afterEach(async () => {
    await configure('profile', undefined);
    await closeAll();
  });

  it('mend the mistake and keep its comment', async () => {
    const document = await open('mended.yaml', privilegedPod('mended'));
    const { range } = await finding(document.uri, rule);
    await apply(await actionsAt(document.uri, range, /privileged to false/));
    assert.equal(document.lineAt(8).text, '        privileged: false # for the old driver');
    await noFinding(document.uri, rule);
  });

  it('suppress a finding by a comment on the line before it', async () => {
    const document = await open('suppressed.yaml', privilegedPod('suppressed'));
    const { range } = await finding(document.uri, rule);
    await apply(await actionsAt(document.uri, range, /(ignore|disable).*line/i));
    assert.match(document.getText(), new RegExp(`# seaworthy-ignore ${rule}`));
    await noFinding(document.uri, rule);
  });

  it('explain the rule', async () => {
    const { uri } = await open('explained.yaml', privilegedPod('explained'));
    const { range } = await finding(uri, rule);
    const { command } = await actionsAt(uri, range, /^Explain/);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '',
      (label) => label.includes(rule),
    );
  });

  it('mend all safe findings of the file at once', async () => {
    const document = await open(
      'all/Dockerfile',
      'FROM scratch\nMAINTAINER Jo <jo@example.com>\nUSER 1000\n',
    );
    await configure('profile', 'all');
    await finding(document.uri, 'maintainer-deprecated');
    await vscode.commands.executeCommand('seaworthy.fixAllInFile');
    await noFinding(document.uri, 'maintainer-deprecated');
    assert.doesNotMatch(document.getText(), /^MAINTAINER/m);
    assert.match(document.getText(), /jo@example\.com/);
  });

  it('tell the reason on hover', async () => {
    const { uri } = await open('hover.yaml', privilegedPod('hover'));
    const { range } = await finding(uri, rule);
    const ask = () =>
      vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, range.start);
    const hovers = await until(ask, ({ length }) => length > 0);
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value));
    assert.match(text.join('\n'), /root on the node/);
  });
});
