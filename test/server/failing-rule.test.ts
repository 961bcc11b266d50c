import { expect, test, vi } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import type { RuleAbout } from '../../rules/rule';
import { ConfigurationFiles } from '../../server/configuration-files';
import { EditorSettingsStore } from '../../server/editor-settings';
import { Folders } from '../../server/folders';
import { HelmCharts } from '../../server/helm';
import { emptyHost } from '../../server/host';
import { IgnoreFiles } from '../../server/ignore-files';
import { OpenDocuments } from '../../server/open-documents';
import { Scope } from '../../server/scope';
import { WorkspaceIndex } from '../../server/workspace-index';
import { privilegedPod } from './samples';

vi.mock(import('../../rules/registry.generated'), async (original) => {
  const { rules } = await original();
  const all: readonly RuleAbout[] = rules;
  const privileged = all.find(({ id }) => id === 'privileged-container');
  const missing = all.find(({ id }) => id === 'missing-network-policy');
  const fail = (): never => {
    throw new Error('This rule is broken');
  };
  const broken = [
    { ...privileged, id: 'broken-rule', aliases: [], container: fail },
    { ...missing, id: 'broken-workspace-rule', aliases: [], workspace: fail },
  ];
  return { rules: [...broken, ...all] as unknown as typeof rules };
});

test('a rule that throws is told once, and all other findings stand', async () => {
  const errors: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (message: string) => errors.push(message) };
  const listeners = new Map<string, (params: unknown) => void>();
  const connection = new Proxy({} as Connection, {
    get: (_, name) => (listener: (params: unknown) => void) => {
      listeners.set(String(name), listener);
      return { dispose: () => {} };
    },
  });
  const documents = new OpenDocuments(connection);
  const folders = new Folders();
  const scope = new Scope(
    folders,
    new EditorSettingsStore(connection, () => false),
    new ConfigurationFiles(emptyHost, folders, documents),
    new IgnoreFiles(emptyHost),
    new HelmCharts(emptyHost),
  );
  const index = new WorkspaceIndex(documents, scope, log);
  documents.onEdit((uri) => index.markStale(uri));
  const textDocument = { uri: 'file:///pod.yaml', languageId: 'yaml', version: 1, text: privilegedPod };
  listeners.get('onDidOpenTextDocument')?.({ textDocument });
  await index.settle();
  const rules = (): string[] => index.findings('file:///pod.yaml').findings.map(({ rule }) => rule);
  expect(rules()).toEqual(expect.arrayContaining(['privileged-container', 'missing-network-policy']));
  expect(rules()).not.toContain('broken-rule');
  listeners.get('onDidChangeTextDocument')?.({
    textDocument: { uri: 'file:///pod.yaml', version: 2 },
    contentChanges: [{ text: privilegedPod.replace('name: web', 'name: other') }],
  });
  await index.settle();
  rules();
  expect(errors.map((error) => /^The rule ([\w-]+) failed on (\S+)/.exec(error)?.slice(1))).toEqual([
    ['broken-rule', 'file:///pod.yaml;'],
    ['broken-workspace-rule', 'file:///pod.yaml;'],
  ]);
  expect(errors.join('\n')).toContain('This rule is broken');
});
