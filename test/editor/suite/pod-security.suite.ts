import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, configure, open, until } from './support';
import { privilegedPod } from './texts';

const lensesOf = async (uri: vscode.Uri): Promise<vscode.Command[]> => {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    20,
  );
  return lenses.flatMap(({ command }) => command ?? []);
};

const titlesOf = async (uri: vscode.Uri): Promise<string[]> =>
  (await lensesOf(uri)).map(({ title }) => title);

describe('the level of a pod', () => {
  afterEach(async () => {
    await configure('codeLens.podSecurity', undefined);
    await closeAll();
  });

  it('stands above it, and a click hardens the pod', async () => {
    const { uri } = await open('level.yaml', privilegedPod('level'));
    const [level, ...hardenings] = await until(
      () => titlesOf(uri),
      ({ length }) => length === 3,
    );
    assert.match(level ?? '', /^Pod Security: privileged, \d findings from restricted$/);
    assert.deepEqual(hardenings, ['Harden to baseline', 'Harden to restricted']);
    const [, , harden] = await lensesOf(uri);
    assert.ok(harden);
    await vscode.commands.executeCommand(harden.command, ...(harden.arguments ?? []));
    await until(
      () => titlesOf(uri),
      (titles) => titles.join() === 'Pod Security: restricted',
    );
    assert.match((await vscode.workspace.openTextDocument(uri)).getText(), /# for the old driver/);
  });

  it('is not told where a setting says so', async () => {
    const { uri } = await open('no-level.yaml', privilegedPod('no-level'));
    await until(
      () => titlesOf(uri),
      ({ length }) => length > 0,
    );
    await configure('codeLens.podSecurity', false);
    await until(
      () => titlesOf(uri),
      ({ length }) => length === 0,
    );
  });
});
