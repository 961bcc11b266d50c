import { afterEach, expect, test } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { old, type Setup, startClient, type TestClient } from './client';
import { plainPod, policy, privilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: desk
spec:
  selector:
    matchLabels: { app: desk }
  template:
    metadata:
      labels: { app: desk }
    spec:
      securityContext:
        runAsNonRoot: true
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: web # the desk
          image: registry.example.com/desk:1.0.0
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: { drop: [ALL] }
`;

async function start(text: string, setup?: Setup): Promise<void> {
  client = await startClient(setup);
  await client.open('pod.yaml', text);
}

/** What stands above which text. */
const lenses = async (): Promise<string[]> =>
  (await client.lenses('pod.yaml')).map(
    ({ range, command }) => `${client.quote('pod.yaml', range)}: ${command?.title}`,
  );

async function lens(title: string) {
  const found = (await client.lenses('pod.yaml')).find(({ command }) => command?.title === title);
  if (!found?.command) throw new Error(`No lens is called ${title}`);
  return found.command;
}

test('above each pod template stands its level and what it takes to the next', async () => {
  await start(`${privilegedPod}---\n${deployment}`);
  expect(await lenses()).toEqual([
    'apiVersion: Pod Security: privileged, 5 findings from restricted',
    'apiVersion: Harden to baseline',
    'apiVersion: Harden to restricted',
    'template: Pod Security: restricted',
  ]);
  await client.replace('pod.yaml', 'drop: [ALL]', 'drop: []');
  expect((await lenses()).slice(3)).toEqual([
    'template: Pod Security: baseline, 1 finding from restricted',
    'template: Harden to restricted',
  ]);
  expect((await client.lenses('pod.yaml'))[0]?.command?.command).toBe('');
});

test('a click hardens the pod as far as the lens says, and no other', async () => {
  const text = `${privilegedPod}---\n${privilegedPod.replaceAll('shop', 'other')}`;
  await start(text);
  await client.execute(await lens('Harden to baseline'));
  expect(client.text('pod.yaml')).toBe(text.replace('privileged: true', 'privileged: false'));
  await client.execute(await lens('Harden to restricted'));
  expect((await lenses())[0]).toBe('apiVersion: Pod Security: restricted');
  expect(client.text('pod.yaml')).toContain(privilegedPod.replaceAll('shop', 'other'));
});

test('a lens that the text has outrun does nothing', async () => {
  await start(privilegedPod);
  const command = await lens('Harden to restricted');
  await client.replace('pod.yaml', 'apiVersion', '# A pod\napiVersion');
  await expect(client.execute(command)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  expect(client.text('pod.yaml')).toContain('privileged: true');
});

test('the same is offered as a rewrite on the line of the pod, worked out when it is taken', async () => {
  await start(`${deployment}---\n${plainPod}`);
  const at = (quote: string) =>
    client.actions('pod.yaml', [], ['refactor'], client.rangeOf('pod.yaml', quote));
  expect(await at('kind: Deployment')).toEqual([]);
  expect(await at('template')).toEqual([]);
  const actions = await at('apiVersion: v1');
  expect(actions.map(({ title, kind, edit }) => [title, kind, edit])).toEqual([
    ['Harden Pod `shop` to restricted', 'refactor.rewrite.seaworthy', undefined],
  ]);
  for (const action of actions) await client.take(action);
  expect((await lenses()).map((text) => text.replace(/^\w+: /, ''))).toEqual([
    'Pod Security: restricted',
    'Pod Security: restricted',
  ]);
});

test('a setting switches the lens off, the version of Kubernetes counts, and the client is told to ask again', async () => {
  const probe = plainPod.replace(
    'securityContext:\n        privileged: false',
    'livenessProbe:\n        tcpSocket: { host: elsewhere, port: 80 }',
  );
  await start(probe, { settings: () => ({ kubernetesVersion: '1.33' }) });
  expect((await lenses())[0]).toMatch(/: baseline, /);
  await client.configure(() => ({ kubernetesVersion: '1.34' }));
  await client.until(() => client.lensRefreshes === 1, 'a refresh of the lenses');
  expect((await lenses())[0]).toMatch(/: privileged, /);
  await client.configure(() => ({ codeLens: { podSecurity: false } }));
  await client.until(() => client.lensRefreshes === 2, 'a refresh of the lenses');
  expect(await lenses()).toEqual([]);
});

test('a configuration that is typed changes the lenses too', async () => {
  await start(plainPod);
  await client.open('.seaworthy.yaml', 'ignore: [pod.yaml]\n');
  await client.until(() => client.lensRefreshes > 0, 'a refresh of the lenses');
  expect(await lenses()).toEqual([]);
});

test('what has no pod, or is not looked at, has no lens', async () => {
  await start(policy, { settings: () => ({ enable: false }) });
  await client.open('off.yaml', privilegedPod);
  expect(await client.lenses('pod.yaml')).toEqual([]);
  expect(await client.lenses('off.yaml')).toEqual([]);
});

test('a client that makes no edits for others gets the level alone', async () => {
  await start(privilegedPod, { capabilities: old });
  expect(await lenses()).toEqual(['apiVersion: Pod Security: privileged, 5 findings from restricted']);
});
