import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type Message,
  type ProtocolConnection,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { buildOne } from '../../scripts/build.mjs';
import { modern } from './client';
import { policy, privilegedPod } from './samples';

const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-browser-'));
const bundle = path.join(folder, 'server.js');
let inputs: string[] = [];

beforeAll(async () => {
  inputs = await buildOne('language-server.browser', bundle);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the server and the rules are bundled for the browser without anything of Node.js', () => {
  expect(inputs).toContain('rules/linter.ts');
  expect(inputs).toContain('server/language-server.ts');
  expect(inputs.filter((file) => /node-host|\/lib\/node\/|^node:/.test(file))).toEqual([]);
  expect(readFileSync(bundle, 'utf8')).not.toMatch(/\brequire\(["'](?:node:|fs|path|child_process|crypto)/);
});

/** Runs the bundle as a web worker would, with its messages and timers and no more. */
function startWorker(): { worker: Worker; connection: ProtocolConnection } {
  const scope = `
    const { parentPort } = require('node:worker_threads');
    const { readFileSync } = require('node:fs');
    const { createContext, runInContext } = require('node:vm');
    const self = { postMessage: (data) => parentPort.postMessage(data), addEventListener: () => {}, onmessage: undefined };
    parentPort.on('message', (data) => self.onmessage({ data }));
    const globals = { self, setTimeout, clearTimeout, setImmediate: undefined, TextEncoder, TextDecoder, URL, console, crypto: globalThis.crypto, queueMicrotask };
    runInContext(readFileSync(${JSON.stringify(bundle)}, 'utf8'), createContext(globals));
  `;
  const worker = new Worker(scope, { eval: true });
  const connection = createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker));
  return { worker, connection };
}

class WorkerReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
  }
  listen(callback: DataCallback): Disposable {
    this.worker.on('message', callback);
    return { dispose: () => this.worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }
  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }
  end(): void {}
}

/** Starts the worker's server on a workspace in memory. */
async function start(
  initializationOptions: unknown,
): Promise<{ worker: Worker; connection: ProtocolConnection }> {
  const started = startWorker();
  const { connection } = started;
  const files: Record<string, string> = {
    'memfs:/w/policy.yaml': policy,
    'memfs:/w/deep/other.yaml': privilegedPod,
  };
  connection.onRequest('seaworthy/listFolder', ({ uri }: { uri: string }) => {
    const below = Object.keys(files)
      .filter((file) => file.startsWith(`${uri}/`))
      .map((file) => file.slice(uri.length + 1));
    return [...new Set(below.map((name) => name.split('/')[0] ?? ''))].map((name) => ({
      name,
      kind: below.includes(name) ? 'file' : 'folder',
    }));
  });
  connection.onRequest('seaworthy/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
  connection.onRequest('workspace/configuration', () => [{}]);
  connection.onRequest('client/registerCapability', () => undefined);
  connection.onRequest('workspace/diagnostic/refresh', () => undefined);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: modern,
    workspaceFolders: [{ uri: 'memfs:/w', name: 'w' }],
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'memfs:/w/pod.yaml', languageId: 'yaml', version: 1, text: privilegedPod },
  });
  return started;
}

const auditedUris = async (connection: ProtocolConnection): Promise<string[]> =>
  (await connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] })).items
    .map(({ uri }) => uri)
    .sort();

const rulesOf = async (connection: ProtocolConnection): Promise<unknown[]> => {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: 'memfs:/w/pod.yaml' },
  });
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
};

test('in a worker it knows the open documents', async () => {
  const { worker, connection } = await start({});
  expect(await auditedUris(connection)).toEqual(['memfs:/w/pod.yaml']);
  expect(await rulesOf(connection)).toEqual(
    expect.arrayContaining(['privileged-container', 'missing-network-policy']),
  );
  connection.dispose();
  await worker.terminate();
});

test('in a worker it knows the files that the client serves', async () => {
  const { worker, connection } = await start({ fileSystem: true });
  expect(await auditedUris(connection)).toEqual(['memfs:/w/deep/other.yaml', 'memfs:/w/pod.yaml']);
  expect(await rulesOf(connection)).not.toContain('missing-network-policy');
  connection.dispose();
  await worker.terminate();
});
