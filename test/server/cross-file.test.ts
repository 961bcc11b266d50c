import { afterEach, expect, test } from 'vitest';
import { startClient, type TestClient } from './client';
import { policy, privilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

const missing = async (): Promise<boolean> =>
  (await client.rules('pod.yaml')).includes('missing-network-policy');

test('a policy in another file counts as soon as it is typed, and no longer than it selects', async () => {
  client = await startClient();
  await client.ready();
  await client.open('pod.yaml', privilegedPod);
  expect(await missing()).toBe(true);
  await client.open('policy.yaml', policy.replace('app: shop', 'app: '));
  await client.type('policy.yaml', 'app: ', 'sho');
  expect(await missing()).toBe(true);
  await client.type('policy.yaml', 'app: sho', 'p');
  expect(await missing()).toBe(false);
  await client.type('policy.yaml', 'app: shop', 's');
  expect(await missing()).toBe(true);
  await client.replace('policy.yaml', 'app: shops', 'app: shop');
  expect(await missing()).toBe(false);
  await client.close('policy.yaml');
  await client.until(() => client.refreshes > 0, 'a refresh');
  expect(await missing()).toBe(true);
});

test('the client is asked to look again only when its other documents have changed', async () => {
  client = await startClient();
  await client.open('pod.yaml', privilegedPod);
  await client.open('policy.yaml', policy.replace('app: shop', 'app: other'));
  await client.pull('policy.yaml');
  expect(await missing()).toBe(true);
  await client.change('policy.yaml', { text: `# A comment\n${client.text('policy.yaml')}` });
  await client.pull('policy.yaml');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(client.refreshes).toBe(0);
  await client.replace('policy.yaml', 'app: other', 'app: shop');
  await client.until(() => client.refreshes === 1, 'a refresh');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(client.refreshes).toBe(1);
});

test('what other files could add is not told before they are read', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`a/pod-${index}.yaml`, privilegedPod]),
  );
  client = await startClient({ files: { ...files, 'z/policy.yaml': policy } });
  await client.open('pod.yaml', `# seaworthy-ignore-file network-policy-without-egress\n${privilegedPod}`);
  const early = await client.rules('pod.yaml');
  expect(early).toContain('privileged-container');
  expect(early).not.toContain('missing-network-policy');
  expect(early).not.toContain('unused-suppression');
  await client.audit();
  await client.until(() => client.refreshes > 0, 'a refresh');
  expect(await client.rules('pod.yaml')).toContain('unused-suppression');
  expect(await missing()).toBe(false);
});

test('a policy on disk counts until its file goes', async () => {
  client = await startClient({ files: { 'policy.yaml': policy } });
  await client.open('pod.yaml', privilegedPod);
  await client.audit();
  expect(await missing()).toBe(false);
  client.remove('policy.yaml');
  await client.touch(['policy.yaml', 'deleted']);
  await client.until(() => client.refreshes > 0, 'a refresh');
  expect(await missing()).toBe(true);
});
