import { afterEach, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticParams,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { startClient, type TestClient } from './client';
import { plainPod, policy, privilegedPod } from './samples';

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

let client: TestClient;
afterEach(() => client.stop());

const manyPods = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`pods/pod-${index}.yaml`, privilegedPod]));

/** Asks for the whole workspace and keeps all that comes on the way. */
function audit(params: Partial<WorkspaceDiagnosticParams>, token = new CancellationTokenSource().token) {
  const progress: Progress[] = [];
  const parts: string[][] = [];
  client.connection.onProgress(WorkDoneProgress.type, 'work', (value) => {
    progress.push(value);
  });
  client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'part', ({ items }) => {
    parts.push(items.map(({ uri }) => uri));
  });
  const all = { previousResultIds: [], ...params };
  const result = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, all, token);
  return { progress, parts, result };
}

test('all files of the workspace are reported, those without findings left out', async () => {
  client = await startClient({
    files: {
      'a/pod.yaml': privilegedPod,
      'a/plain.yaml': plainPod,
      'a/policy.yaml': policy,
      'a/values.yaml': 'name: shop\n',
      'b/pod.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        spec: { containers: [{ name: 'x', securityContext: { privileged: true } }] },
      }),
      'readme.md': privilegedPod,
    },
  });
  const found = await client.auditRules();
  expect(found['a/pod.yaml']).toContain('privileged-container');
  expect(found['a/pod.yaml']).not.toContain('missing-network-policy');
  expect(found['a/plain.yaml'] ?? []).not.toContain('privileged-container');
  expect(found['b/pod.json']).toContain('privileged-container');
  expect(Object.keys(found)).not.toContain('a/values.yaml');
  expect(Object.keys(found)).not.toContain('readme.md');
});

test('progress is shown and results come in parts', async () => {
  client = await startClient({ files: manyPods(120) });
  const { progress, parts, result } = audit({ workDoneToken: 'work', partialResultToken: 'part' });
  expect(await result).toEqual({ items: [] });
  expect(progress[0]).toMatchObject({ kind: 'begin', title: 'Seaworthy', percentage: 0, cancellable: true });
  expect(progress.at(-1)).toEqual({ kind: 'end' });
  const percentages = progress.flatMap((value) =>
    'percentage' in value && value.percentage !== undefined ? [value.percentage] : [],
  );
  expect(percentages.length).toBeGreaterThan(2);
  expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
  expect(parts.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(new Set(parts.flat()).size).toBe(120);
});

test('an audit can be cancelled on the way', async () => {
  client = await startClient({ files: manyPods(400) });
  const source = new CancellationTokenSource();
  const { progress, parts, result } = audit(
    { workDoneToken: 'work', partialResultToken: 'part' },
    source.token,
  );
  source.cancel();
  await expect(result).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(parts.flat().length).toBeLessThan(400);
  await client.until(() => progress.at(-1)?.kind === 'end', 'the end of the progress');
  expect((await client.audit()).items).toHaveLength(400);
});

test('files that the client knows are unchanged, changed or gone', async () => {
  client = await startClient({
    files: { 'a.yaml': privilegedPod, 'b.yaml': privilegedPod, 'c.yaml': privilegedPod },
  });
  const first = await client.audit();
  const previous = first.items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
  expect(previous).toHaveLength(3);
  client.write('b.yaml', privilegedPod.replace('name: web', 'name: other'));
  client.remove('c.yaml');
  await client.touch(['b.yaml', 'changed'], ['c.yaml', 'deleted']);
  const { items } = await client.audit(previous);
  const kinds = Object.fromEntries(
    items.map((item) => [item.uri, item.kind === 'full' ? item.items.length > 0 : item.kind]),
  );
  expect(kinds).toEqual({
    [client.uri('a.yaml')]: 'unchanged',
    [client.uri('b.yaml')]: true,
    [client.uri('c.yaml')]: false,
  });
});

test('an open document is reported with its version and its text in the editor', async () => {
  client = await startClient({ files: { 'pod.yaml': plainPod, 'other.yaml': privilegedPod } });
  await client.open('pod.yaml');
  await client.replace('pod.yaml', 'privileged: false', 'privileged: true');
  const { items } = await client.audit();
  const byUri = new Map(items.map((item) => [item.uri, item]));
  expect(byUri.get(client.uri('pod.yaml'))?.version).toBe(2);
  expect(byUri.get(client.uri('other.yaml'))?.version).toBeNull();
  expect((await client.auditRules())['pod.yaml']).toContain('privileged-container');
  await client.close('pod.yaml');
  expect((await client.auditRules())['pod.yaml'] ?? []).not.toContain('privileged-container');
});

test('requests are answered while the workspace is read', async () => {
  client = await startClient({ files: manyPods(600) });
  await client.open('mine.yaml', privilegedPod);
  const order: string[] = [];
  const audited = client.audit().then(() => order.push('audit'));
  const pulled = client.rules('mine.yaml').then(() => order.push('pull'));
  await Promise.all([audited, pulled]);
  expect(order).toEqual(['pull', 'audit']);
});
