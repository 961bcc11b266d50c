import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InitializeRequest,
  LSPErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { serverFile } from '../server/build';
import { modern, old, startClient, type TestClient } from '../server/client';
import { plainPod, privilegedPod } from '../server/samples';

const rule = 'privileged-container';
let clients: TestClient[] = [];

async function start(...setup: Parameters<typeof startClient>): Promise<TestClient> {
  const client = await startClient(...setup);
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const client of clients) expect(await client.stop()).toBe(0);
  clients = [];
});

describe('a client that does what it should not', () => {
  it('sends 1,000 edits at once, and gets the findings of the last', async () => {
    const client = await start({ files: { 'pod.yaml': privilegedPod } });
    await client.open('pod.yaml');
    for (let edit = 0; edit < 500; edit++) {
      await client.replace('pod.yaml', 'privileged: true', 'privileged: false');
      await client.replace('pod.yaml', 'privileged: false', 'privileged: true');
      if (edit % 50 === 0) void client.pull('pod.yaml').catch(() => undefined);
    }
    expect(await client.rules('pod.yaml')).toContain(rule);
    await client.replace('pod.yaml', 'privileged: true', 'privileged: false');
    expect(await client.rules('pod.yaml')).not.toContain(rule);
  });

  it('sends 1,000 edits at once and waits to be told', async () => {
    const client = await start({ capabilities: old });
    await client.open('pod.yaml', plainPod);
    for (let edit = 0; edit < 1_000; edit++) await client.type('pod.yaml', 'name: shop', 'x');
    await client.replace('pod.yaml', 'privileged: false', 'privileged: true');
    const { version } = client.document('pod.yaml');
    const told = () => client.published.get(client.uri('pod.yaml'));
    await client.until(() => told()?.version === version, 'the newest diagnostics');
    expect(told()?.diagnostics.map(({ code }) => code)).toContain(rule);
  });

  it('cancels everything, and is answered all the same afterwards', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`${index}.yaml`, privilegedPod]),
    );
    const client = await start({ files });
    await client.open('0.yaml');
    const textDocument = { uri: client.uri('0.yaml') };
    const asked = Array.from({ length: 100 }, () => {
      const source = new CancellationTokenSource();
      const { connection } = client;
      const requests = [
        connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, source.token),
        connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] }, source.token),
        connection.sendRequest(
          HoverRequest.type,
          { textDocument, position: { line: 0, character: 0 } },
          source.token,
        ),
      ];
      source.cancel();
      return requests;
    });
    const cancelled = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled];
    for (const result of await Promise.allSettled<unknown>(asked.flat()))
      if (result.status === 'rejected')
        expect(result.reason instanceof ResponseError && cancelled.includes(result.reason.code)).toBe(true);
    expect(await client.rules('0.yaml')).toContain(rule);
    expect(Object.keys(await client.auditRules())).toHaveLength(50);
  });

  it('sends edits out of order, of places that are not there and of documents that are not open', async () => {
    const client = await start();
    await client.open('pod.yaml', privilegedPod);
    const edit = (uri: string, version: number, ...contentChanges: object[]): Promise<void> =>
      client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: contentChanges as { text: string }[],
      });
    const uri = client.uri('pod.yaml');
    const wild = { start: { line: 1e6, character: 1e6 }, end: { line: 1, character: -5 } };
    await edit(uri, 9, { range: wild, text: 'x' });
    await edit(uri, 3, { text: plainPod });
    await edit(uri, 2);
    await edit(client.uri('other.yaml'), 1, { text: privilegedPod });
    await edit('%', 1, { text: '' });
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: client.uri('other.yaml') },
    });
    expect(await client.rules('pod.yaml')).not.toContain(rule);
    await edit(uri, 4, { text: privilegedPod });
    expect(await client.rules('pod.yaml')).toContain(rule);
  });

  it('opens a document again and again and never closes it', async () => {
    const client = await start();
    for (let time = 0; time < 20; time++) await client.open('pod.yaml', time % 2 ? privilegedPod : plainPod);
    expect(await client.rules('pod.yaml')).toContain(rule);
  });

  it('asks for what nobody knows', async () => {
    const client = await start({ files: { 'pod.yaml': privilegedPod } });
    const { connection } = client;
    await expect(connection.sendRequest('nothing/known', {})).rejects.toMatchObject({ code: -32601 });
    await expect(
      connection.sendRequest('seaworthy/explainRule', { rule: '../../etc/passwd' }),
    ).rejects.toThrow();
    const half = { title: 'x', data: { uri: client.uri('pod.yaml'), deed: { kind: 'fix', rule } } };
    await expect(connection.sendRequest('codeAction/resolve', half)).resolves.toEqual(half);
    await client.open('pod.yaml');
    expect(await client.rules('pod.yaml')).toContain(rule);
  });
});

const spawnServer = (): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [serverFile, '--stdio'], { stdio: 'pipe' });

async function initialize(server: ChildProcessWithoutNullStreams, processId: number | null): Promise<void> {
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId, rootUri: null, capabilities: modern });
}

describe('a client that goes away', () => {
  it('closes the pipe in the middle of a message: the server ends', async () => {
    const server = spawnServer();
    await initialize(server, null);
    server.stdin.end('Content-Length: 500\r\n\r\n{"jsonrpc": "2.0", "id": 1, "method": "workspace/diagn');
    expect(await once(server, 'exit')).toEqual([1, null]);
  });

  it('reads no more: the server ends', async () => {
    const server = spawnServer();
    await initialize(server, null);
    server.stdout.destroy();
    server.stdin.end();
    const [code] = await once(server, 'exit');
    expect(code).not.toBeNull();
  });

  it('dies and leaves the pipe open: the server ends by itself', async () => {
    const editor = spawn(process.execPath, ['-e', '']);
    await once(editor, 'exit');
    const server = spawnServer();
    await initialize(server, editor.pid ?? null);
    expect(await once(server, 'exit')).toEqual([1, null]);
  }, 30_000);

  it('sends no JSON: the server lives on', async () => {
    const server = spawnServer();
    server.stdin.write('Content-Length: 3\r\n\r\n{x}');
    await initialize(server, null);
    server.kill();
    await once(server, 'exit');
  });
});
