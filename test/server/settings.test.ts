import { afterEach, expect, test } from 'vitest';
import { startClient, type TestClient } from './client';
import { privilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

const off = 'rules:\n  privileged-container: off\n';

test("the editor's settings hold, each folder its own, and change at once", async () => {
  client = await startClient({
    files: { 'one/pod.yaml': privilegedPod, 'two/pod.yaml': privilegedPod },
    folders: ['one', 'two'],
    settings: (scope) => ({ enable: !scope?.endsWith('/two') }),
  });
  await client.open('one/pod.yaml');
  await client.open('two/pod.yaml');
  expect(await client.rules('one/pod.yaml')).toContain('privileged-container');
  expect(await client.rules('two/pod.yaml')).toEqual([]);
  expect(Object.keys(await client.auditRules())).toEqual(['one/pod.yaml']);
  await client.configure((scope) => ({ enable: scope?.endsWith('/two') === true }));
  await client.until(() => client.refreshes > 0, 'a refresh');
  expect(await client.rules('one/pod.yaml')).toEqual([]);
  expect(await client.rules('two/pod.yaml')).toContain('privileged-container');
  expect(Object.keys(await client.auditRules())).toEqual(['two/pod.yaml']);
});

test('the profile decides which rules speak', async () => {
  client = await startClient({ settings: () => ({ profile: 'essential' }) });
  await client.open('pod.yaml', privilegedPod);
  expect(await client.rules('pod.yaml')).toContain('privileged-container');
  expect(await client.rules('pod.yaml')).not.toContain('missing-network-policy');
  await client.configure(() => ({ profile: 'recommended' }));
  expect(await client.rules('pod.yaml')).toContain('missing-network-policy');
  await client.configure(() => ({ profile: 'nonsense', kubernetesVersion: 7 }));
  expect(await client.rules('pod.yaml')).toContain('missing-network-policy');
});

test('the nearest .seaworthy.yaml outweighs the editor', async () => {
  client = await startClient({
    files: {
      '.seaworthy.yaml': off,
      'pod.yaml': privilegedPod,
      'deep/pod.yaml': privilegedPod,
      'deep/.seaworthy.yaml': 'rules:\n  privileged-container: warning\nignore: [skipped]\n',
      'deep/down/pod.yaml': privilegedPod,
      'deep/skipped/pod.yaml': privilegedPod,
    },
    settings: () => ({ profile: 'essential' }),
  });
  for (const name of ['pod.yaml', 'deep/down/pod.yaml', 'deep/skipped/pod.yaml']) await client.open(name);
  expect(await client.rules('pod.yaml')).not.toContain('privileged-container');
  expect((await client.finding('deep/down/pod.yaml', 'privileged-container')).severity).toBe(2);
  expect(await client.rules('deep/skipped/pod.yaml')).toEqual([]);
  expect(Object.keys(await client.auditRules())).not.toContain('deep/skipped/pod.yaml');
});

test('a configuration counts as it is typed, for open files and for all others', async () => {
  client = await startClient({ files: { 'pod.yaml': privilegedPod, 'other.yaml': privilegedPod } });
  await client.open('pod.yaml');
  expect(await client.rules('pod.yaml')).toContain('privileged-container');
  await client.open('.seaworthy.yaml', 'rules:\n  privileged-container: ');
  await client.type('.seaworthy.yaml', 'privileged-container: ', 'off');
  await client.until(() => client.refreshes > 0, 'a refresh');
  expect(await client.rules('pod.yaml')).not.toContain('privileged-container');
  expect((await client.auditRules())['other.yaml'] ?? []).not.toContain('privileged-container');
  await client.close('.seaworthy.yaml');
  expect(await client.rules('pod.yaml')).toContain('privileged-container');
  expect((await client.auditRules())['other.yaml']).toContain('privileged-container');
});

test('a configuration that comes or goes on disk is followed', async () => {
  client = await startClient({ files: { 'pod.yaml': privilegedPod } });
  await client.open('pod.yaml');
  expect(await client.rules('pod.yaml')).toContain('privileged-container');
  client.write('.seaworthy.yaml', off);
  await client.touch(['.seaworthy.yaml', 'created']);
  await client.until(() => client.refreshes === 1, 'a refresh');
  expect(await client.rules('pod.yaml')).not.toContain('privileged-container');
  client.remove('.seaworthy.yaml');
  await client.touch(['.seaworthy.yaml', 'deleted']);
  await client.until(() => client.refreshes === 2, 'another refresh');
  expect(await client.rules('pod.yaml')).toContain('privileged-container');
});

test('a broken configuration is reported in its own file and the defaults hold', async () => {
  client = await startClient({
    files: {
      '.seaworthy.yaml': 'rules: [\n',
      'deep/.seaworthy.yaml': 'profil: all\n',
      'pod.yaml': privilegedPod,
    },
  });
  await client.open('pod.yaml');
  await client.open('.seaworthy.yaml');
  const [problem] = await client.diagnostics('.seaworthy.yaml');
  expect(problem).toMatchObject({ severity: 1, source: 'seaworthy', code: 'configuration' });
  expect(problem?.message).toContain('A bracket is not closed');
  expect(await client.rules('pod.yaml')).toContain('privileged-container');
  const found = await client.auditRules();
  expect(found['.seaworthy.yaml']).toEqual(['configuration']);
  expect(found['deep/.seaworthy.yaml']).toEqual(['configuration']);
  await client.change('.seaworthy.yaml', { text: off });
  expect(await client.diagnostics('.seaworthy.yaml')).toEqual([]);
  expect(await client.rules('pod.yaml')).not.toContain('privileged-container');
});
