import { afterEach, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { modern, startClient, type TestClient } from './client';
import { privilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

const kind = 'source.fixAll.seaworthy';
const title = 'Fix all that Seaworthy can fix safely';

/** Two findings with safe fixes, and one whose fix wants a look. */
const cronJob = `apiVersion: batch/v1beta1
kind: CronJob
metadata:
  name: nightly # every night
spec:
  jobTemplate:
    spec:
      template:
        spec:
          serviceAccount: nightly
          containers:
            - name: nightly
              image: registry.example.com/nightly:1.0.0
              securityContext: {privileged: true}
`;
const mended = cronJob.replace('batch/v1beta1', 'batch/v1').replace('serviceAccount:', 'serviceAccountName:');

const dockerfile = 'FROM registry.example.com/base:1.0.0\nMAINTAINER me\nMAINTAINER you\nUSER 1000\n';

const all = { settings: () => ({ profile: 'all' }) };

test('all safe fixes of a file are one action; fixes that want a look are not in it', async () => {
  client = await startClient(all);
  await client.open('job.yaml', cronJob);
  const [action, ...others] = await client.actions('job.yaml', [], [kind]);
  expect(others).toEqual([]);
  expect(action).toMatchObject({ title, kind });
  if (!action) throw new Error('There is no action');
  await client.take(action);
  expect(client.text('job.yaml')).toBe(mended);
  expect(await client.actions('job.yaml', [], [kind])).toEqual([]);
  expect(await client.rules('job.yaml')).toContain('privileged-container');
});

test('it is found under its kinds, and beside the fixes of a finding', async () => {
  client = await startClient(all);
  await client.open('job.yaml', cronJob);
  for (const only of [[kind], ['source.fixAll'], ['source'], undefined])
    expect((await client.actions('job.yaml', [], only)).map((action) => action.title)).toContain(title);
  for (const only of [['quickfix'], ['source.organizeImports'], ['source.fixAll.other']])
    expect((await client.actions('job.yaml', [], only)).map((action) => action.title)).not.toContain(title);
});

test('a Dockerfile is mended in all its places', async () => {
  client = await startClient(all);
  await client.open('Dockerfile', dockerfile);
  const [action] = await client.actions('Dockerfile', [], [kind]);
  if (!action) throw new Error('There is no action');
  await client.take(action);
  expect(client.text('Dockerfile')).toContain('LABEL org.opencontainers.image.authors="me"\n');
  expect(client.text('Dockerfile')).not.toContain('MAINTAINER');
});

const fixAll = (): Promise<{ edit: WorkspaceEdit; count: number }> =>
  client.connection.sendRequest('seaworthy/fixAllInWorkspace', {});

test('the whole workspace is mended in one edit that the person confirms, rule by rule', async () => {
  client = await startClient({
    ...all,
    files: {
      'a/job.yaml': cronJob,
      'b/Dockerfile': dockerfile,
      'c/pod.yaml': privilegedPod,
      'd/job.yaml': '# Old\n',
    },
  });
  await client.open('d/job.yaml', cronJob);
  const { edit, count } = await fixAll();
  expect(count).toBe(6);
  const annotations = edit.changeAnnotations ?? {};
  expect(Object.keys(annotations).sort()).toEqual([
    'maintainer-deprecated',
    'old-api',
    'service-account-field',
  ]);
  expect(annotations['old-api']).toEqual({
    label: 'API version that is removed or deprecated',
    description: 'old-api',
    needsConfirmation: true,
  });
  const versions = (edit.documentChanges ?? []).map((change) =>
    'textDocument' in change ? [change.textDocument.uri, change.textDocument.version] : [],
  );
  expect(versions).toEqual([
    [client.uri('a/job.yaml'), null],
    [client.uri('b/Dockerfile'), null],
    [client.uri('d/job.yaml'), 1],
  ]);
  await client.apply(edit);
  expect(client.text('a/job.yaml')).toBe(mended);
  expect(client.text('d/job.yaml')).toBe(mended);
  expect(client.text('c/pod.yaml')).toBe(privilegedPod);
});

test('a client that cannot ask gets the plain edits, and none where there is nothing to do', async () => {
  const workspace = { ...modern.workspace, workspaceEdit: {} };
  client = await startClient({
    ...all,
    capabilities: { ...modern, workspace },
    files: { 'job.yaml': cronJob },
  });
  const { edit, count } = await fixAll();
  expect(count).toBe(2);
  expect(Object.keys(edit)).toEqual(['changes']);
  await client.apply(edit);
  expect(client.text('job.yaml')).toBe(mended);
  await client.touch(['job.yaml', 'changed']);
  expect((await fixAll()).count).toBe(0);
});

test('it can be cancelled', async () => {
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`job-${index}.yaml`, cronJob]));
  client = await startClient({ ...all, files });
  await client.audit();
  const source = new CancellationTokenSource();
  const request = client.connection.sendRequest('seaworthy/fixAllInWorkspace', {}, source.token);
  source.cancel();
  await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect((await fixAll()).count).toBe(400);
});
