import { afterEach, expect, test } from 'vitest';
import { old, startClient, type TestClient } from './client';
import { plainPod, policy, privilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

const published = (name: string): string[] | undefined =>
  client.published.get(client.uri(name))?.diagnostics.map(({ code }) => String(code));

test('a client that does not ask is told of open documents, with their versions', async () => {
  client = await startClient({ capabilities: old });
  await client.open('pod.yaml', plainPod);
  await client.until(() => published('pod.yaml') !== undefined, 'the first diagnostics');
  expect(published('pod.yaml')).not.toContain('privileged-container');
  await client.replace('pod.yaml', 'privileged: false', 'privileged: true');
  await client.until(() => published('pod.yaml')?.includes('privileged-container') === true, 'the finding');
  expect(client.published.get(client.uri('pod.yaml'))?.version).toBe(2);
  await client.close('pod.yaml');
  await client.until(() => published('pod.yaml')?.length === 0, 'the end of the findings');
});

test('it is told again when another document changes what was found', async () => {
  client = await startClient({ capabilities: old });
  await client.open('pod.yaml', privilegedPod);
  await client.until(() => published('pod.yaml')?.includes('missing-network-policy') === true, 'the finding');
  await client.open('policy.yaml', policy);
  await client.until(() => published('pod.yaml')?.includes('missing-network-policy') === false, 'its end');
  expect(published('pod.yaml')).toContain('privileged-container');
});

test('edits that follow quickly are told once', async () => {
  client = await startClient({ capabilities: old });
  await client.open('pod.yaml', plainPod.replace('privileged: false', 'privileged: '));
  await client.until(() => published('pod.yaml') !== undefined, 'the first diagnostics');
  let count = 0;
  client.connection.onNotification('textDocument/publishDiagnostics', () => {
    count += 1;
  });
  await client.type('pod.yaml', 'privileged: ', 'true');
  await client.until(() => count > 0, 'the diagnostics');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(count).toBe(1);
});

test('settings come with the notification where the client cannot be asked', async () => {
  client = await startClient({ capabilities: old });
  await client.open('pod.yaml', privilegedPod);
  await client.until(() => published('pod.yaml')?.includes('privileged-container') === true, 'the finding');
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { seaworthy: { enable: false } },
  });
  await client.until(() => published('pod.yaml')?.length === 0, 'silence');
});
