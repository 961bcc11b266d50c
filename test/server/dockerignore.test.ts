import { afterEach, expect, test } from 'vitest';
import { startClient, type TestClient } from './client';

let client: TestClient;
afterEach(() => client.stop());

const dockerfile = 'FROM debian:13\nCOPY . /app\nUSER 1000\n';
const found = async (): Promise<string[]> =>
  (await client.rules('web/Dockerfile')).filter((rule) => rule.includes('dockerignore'));

test('a .dockerignore on disk and one that is typed count for the Dockerfile', async () => {
  client = await startClient({ files: { '.dockerignore': 'node_modules\n' } });
  await client.open('web/Dockerfile', dockerfile);
  await client.audit();
  expect(await found()).toEqual(['dockerignore-lets-in-history']);
  await client.open('web/.dockerignore', '.git\n');
  expect(await found()).toEqual(['dockerignore-lets-in-history']);
  await client.change('web/.dockerignore', { text: '.git\n.env\n' });
  expect(await found()).toEqual([]);
});

test('without any the Dockerfile is told so', async () => {
  client = await startClient();
  await client.open('web/Dockerfile', dockerfile);
  await client.audit();
  expect(await found()).toEqual(['copy-all-without-dockerignore']);
});

test('one above the folder of the workspace counts as well', async () => {
  client = await startClient({
    folders: ['web'],
    files: { '.dockerignore': 'node_modules\n', 'web/Dockerfile': dockerfile },
  });
  await client.audit();
  await client.open('web/Dockerfile', dockerfile);
  expect(await found()).toEqual(['dockerignore-lets-in-history']);
});

test('one above a Dockerfile that no folder of the workspace holds counts as well', async () => {
  client = await startClient({
    folders: ['other'],
    files: { '.dockerignore': 'node_modules\n', 'web/Dockerfile': dockerfile },
  });
  await client.audit();
  await client.open('web/Dockerfile', dockerfile);
  await client.audit();
  expect(await found()).toEqual(['dockerignore-lets-in-history']);
});
