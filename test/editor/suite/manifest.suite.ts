import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extensionId, open, until } from './support';
import { privilegedPod } from './texts';

interface Manifest {
  activationEvents: string[];
  capabilities: { untrustedWorkspaces: { supported: boolean }; virtualWorkspaces: unknown };
  contributes: { commands: { command: string; category: string; title: string }[] };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, 'the extension is installed');
  return found;
}

describe('manifest', () => {
  const manifest: Manifest = extension().packageJSON;

  it('activates when a manifest is opened', async () => {
    await open('activation.yaml', privilegedPod('activation'));
    await until(() => extension().isActive, Boolean);
  });

  it('activates for its languages and files only', () => {
    assert.ok(manifest.activationEvents.includes('onLanguage:dockerfile'));
    assert.deepEqual(
      manifest.activationEvents.filter((event) => !/^(onLanguage|workspaceContains):/.test(event)),
      [],
    );
  });

  it('runs in a workspace that is not trusted, since it executes nothing of it', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });

  it('registers every command that it names', async () => {
    const registered = new Set(await vscode.commands.getCommands());
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('has its texts, not their keys', () => {
    const titles = manifest.contributes.commands.map(({ title }) => title);
    assert.ok(titles.includes('Audit Workspace'));
    assert.ok(!titles.some((title) => title.startsWith('%')));
  });
});
