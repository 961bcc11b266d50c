import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serverFile } from './build';
import { modern, old, startClient } from './client';
import { privilegedPod } from './samples';

test('says what it can do', async () => {
  const client = await startClient();
  const { capabilities, serverInfo } = client.result;
  expect(serverInfo?.name).toBe('Seaworthy');
  expect(capabilities).toEqual({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: ['quickfix', 'refactor.rewrite.seaworthy', 'source.fixAll.seaworthy'],
      resolveProvider: true,
    },
    codeLensProvider: {},
    executeCommandProvider: { commands: ['seaworthy.hardenPod'] },
    diagnosticProvider: {
      identifier: 'seaworthy',
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        didCreate: { filters: [{ pattern: { glob: '**' } }] },
        didRename: { filters: [{ pattern: { glob: '**' } }] },
        didDelete: { filters: [{ pattern: { glob: '**' } }] },
      },
    },
  });
  await client.stop();
});

test('offers no pull and no lazy edits to a client that knows of neither', async () => {
  const client = await startClient({ capabilities: old });
  expect(client.result.capabilities.diagnosticProvider).toBeUndefined();
  expect(client.result.capabilities.executeCommandProvider).toBeUndefined();
  expect(client.result.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
  await client.stop();
});

test('asks a client that wants to be asked to tell of changed files and settings', async () => {
  const client = await startClient();
  await client.until(() => client.registrations.length === 2, 'the registrations');
  expect(client.registrations.map(({ method }) => method)).toEqual([
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeConfiguration',
  ]);
  await client.stop();
});

test('exits with 0 after a shutdown and with 1 without', async () => {
  expect(await (await startClient()).stop()).toBe(0);
  expect(await (await startClient()).stop({ isPolite: false })).toBe(1);
});

test('says how it is used where no transport is named', () => {
  const { status, stderr } = spawnSync(process.execPath, [serverFile], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('seaworthy-language-server --stdio');
});

test('speaks over the IPC of Node.js too, as VS Code starts it', async () => {
  const server = fork(serverFile, ['--node-ipc', `--clientProcessId=${process.pid}`]);
  const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: modern };
  const { serverInfo } = await connection.sendRequest(InitializeRequest.type, params);
  expect(serverInfo?.name).toBe('Seaworthy');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await once(server, 'exit')).toEqual([0, null]);
});

test('takes the one root of older clients', async () => {
  const client = await startClient({ files: { 'pod.yaml': privilegedPod }, root: 'uri' });
  expect(Object.keys(await client.auditRules())).toEqual(['pod.yaml']);
  await client.stop();
});
