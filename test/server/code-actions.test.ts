import { afterEach, expect, test } from 'vitest';
import { type CodeAction, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { modern, old, type Setup, startClient, type TestClient } from './client';
import { policy, privilegedPod, twicePrivilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

const rule = 'privileged-container';

async function start(name: string, text: string, setup?: Setup): Promise<void> {
  client = await startClient(setup);
  await client.ready();
  await client.open(name, text);
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

async function actionsFor(name: string, of = rule): Promise<CodeAction[]> {
  return client.actions(name, [await client.finding(name, of)]);
}

/** Takes the action of this title on the first finding of a rule. */
async function take(name: string, title: string, of = rule): Promise<void> {
  await client.take(await client.action(name, [await client.finding(name, of)], title));
}

test('a finding offers its fixes, ways to keep it, and nothing is worked out before it is asked for', async () => {
  await start('pod.yaml', privilegedPod, { initializationOptions: { commands: ['seaworthy.explainRule'] } });
  const finding = await client.finding('pod.yaml', rule);
  const actions = await client.actions('pod.yaml', [finding]);
  expect(titles(actions)).toEqual([
    'Set privileged to false',
    'Ignore privileged-container for this line',
    'Ignore privileged-container in this file',
    'Turn privileged-container off in this workspace',
    'Explain privileged-container',
  ]);
  expect(actions.every(({ edit }) => edit === undefined)).toBe(true);
  expect(actions.every(({ diagnostics }) => diagnostics?.[0]?.code === rule)).toBe(true);
  expect(actions.at(-1)?.command).toMatchObject({ command: 'seaworthy.explainRule', arguments: [rule] });
});

test('a fix is a versioned edit of the place alone', async () => {
  await start('pod.yaml', privilegedPod);
  const action = await client.action(
    'pod.yaml',
    [await client.finding('pod.yaml', rule)],
    'Set privileged to false',
  );
  const { edit } = await client.resolve(action);
  expect(edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri: client.uri('pod.yaml'), version: 1 },
        edits: [
          {
            range: { start: { line: 12, character: 20 }, end: { line: 12, character: 24 } },
            newText: 'false',
          },
        ],
      },
    ],
  });
  await client.take(action);
  expect(client.text('pod.yaml')).toBe(privilegedPod.replace('true', 'false'));
  expect(await client.rules('pod.yaml')).not.toContain(rule);
});

const download = 'FROM debian:13\nADD https://files.example.com/tool /tool\nUSER 7\n';
const checksum = 'Add --checksum';

test('what a person has to fill in is a snippet, with its blank where the cursor goes', async () => {
  const workspaceEdit = { ...modern.workspace?.workspaceEdit, snippetEditSupport: true };
  await start('Dockerfile', download, {
    capabilities: { ...modern, workspace: { ...modern.workspace, workspaceEdit } },
  });
  const action = (await actionsFor('Dockerfile', 'add-without-checksum')).find(
    ({ title }) => title === checksum,
  );
  if (!action) throw new Error('There is no action');
  const [change] = (await client.resolve(action)).edit?.documentChanges ?? [];
  const place = { line: 1, character: 3 };
  expect(change).toMatchObject({
    edits: [
      {
        range: { start: place, end: place },
        snippet: { kind: 'snippet', value: ' --checksum=sha256:$0' },
      },
    ],
  });
});

test('clients without snippets get the blank as it is, and no fix of many makes one', async () => {
  await start('Dockerfile', download);
  const actions = await actionsFor('Dockerfile', 'add-without-checksum');
  expect(titles(actions).filter((title) => title.startsWith('Fix all'))).toEqual([]);
  await take('Dockerfile', checksum, 'add-without-checksum');
  expect(client.text('Dockerfile')).toContain('ADD --checksum=sha256:… https');
});

test('an action that the text has outrun is refused', async () => {
  await start('pod.yaml', privilegedPod);
  const [action] = await actionsFor('pod.yaml');
  await client.replace('pod.yaml', 'privileged: true', 'privileged: false');
  if (!action) throw new Error('There is no action');
  await expect(client.resolve(action)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

test('only the kinds that are asked for are offered', async () => {
  await start('pod.yaml', privilegedPod);
  const finding = await client.finding('pod.yaml', rule);
  expect(await client.actions('pod.yaml', [finding], ['refactor'])).toEqual([]);
  expect(titles(await client.actions('pod.yaml', [finding], ['quickfix']))).toContain(
    'Set privileged to false',
  );
  expect(await client.actions('pod.yaml', [{ ...finding, source: 'other' }], ['quickfix'])).toEqual([]);
  expect(await client.actions('pod.yaml', [{ ...finding, code: 'no-such-rule' }], ['quickfix'])).toEqual([]);
});

test('clients that resolve nothing get edits at once, and those that keep no data are served all the same', async () => {
  await start('pod.yaml', privilegedPod, {
    capabilities: { ...old, textDocument: { ...old.textDocument, diagnostic: {} } },
  });
  const { data: _, ...finding } = await client.finding('pod.yaml', rule);
  const actions = await client.actions('pod.yaml', [finding]);
  expect(titles(actions)).toEqual([
    'Set privileged to false',
    'Ignore privileged-container for this line',
    'Ignore privileged-container in this file',
  ]);
  expect(actions[0]?.edit).toEqual({
    changes: {
      [client.uri('pod.yaml')]: [
        { range: { start: { line: 12, character: 20 }, end: { line: 12, character: 24 } }, newText: 'false' },
      ],
    },
  });
});

test('all findings of one rule in a file are mended at once', async () => {
  await start('pod.yaml', twicePrivilegedPod);
  await take('pod.yaml', 'Fix all in this file: Container runs privileged');
  expect(client.text('pod.yaml')).toBe(
    twicePrivilegedPod.replaceAll('privileged: true', 'privileged: false'),
  );
});

test('a fix that creates a file does so where the client can, under a name that is free', async () => {
  await start('pod.yaml', privilegedPod);
  const creating = titles(await actionsFor('pod.yaml', 'missing-network-policy')).find((title) =>
    title.startsWith('Create a file'),
  );
  if (!creating) throw new Error('No action creates a file');
  client.write('shop-default-deny.yaml', '# Taken\n');
  await take('pod.yaml', creating, 'missing-network-policy');
  expect(client.text('shop-default-deny.yaml')).toBe('# Taken\n');
  expect(client.text('shop-default-deny-2.yaml')).toContain('kind: NetworkPolicy');
  await client.touch(['shop-default-deny-2.yaml', 'created']);
  await client.audit();
  expect(await client.rules('pod.yaml')).not.toContain('missing-network-policy');
});

test('a fix that creates a file is left out where the client cannot', async () => {
  const workspace = { ...modern.workspace, workspaceEdit: { documentChanges: true } };
  await start('pod.yaml', privilegedPod, { capabilities: { ...modern, workspace } });
  const offered = titles(await actionsFor('pod.yaml', 'missing-network-policy'));
  expect(offered.some((title) => title.startsWith('Add a NetworkPolicy'))).toBe(true);
  expect(offered.some((title) => title.startsWith('Create a file'))).toBe(false);
  expect(offered.some((title) => title.startsWith('Turn '))).toBe(false);
});

test('a fix across files adds a document that another file then counts on', async () => {
  await start('pod.yaml', privilegedPod);
  const adding = titles(await actionsFor('pod.yaml', 'missing-network-policy')).find((title) =>
    title.startsWith('Add a'),
  );
  await take('pod.yaml', adding ?? '', 'missing-network-policy');
  expect(client.text('pod.yaml').startsWith(`${privilegedPod}---\n`)).toBe(true);
  expect(await client.rules('pod.yaml')).not.toContain('missing-network-policy');
});

const ignoreLine = `Ignore ${rule} for this line`;
const ignoreFile = `Ignore ${rule} in this file`;

test('a comment for the line stands above it, as deep as it', async () => {
  await start('pod.yaml', twicePrivilegedPod.replaceAll('\n', '\r\n'));
  await take('pod.yaml', ignoreLine);
  expect(client.text('pod.yaml')).toContain(
    '      securityContext:\r\n        # seaworthy-ignore privileged-container\r\n        privileged: true\r\n    - name: side',
  );
  const { range } = await client.finding('pod.yaml', rule);
  expect(range.start.line).toBe(17);
});

test('a comment that is there already takes one more rule', async () => {
  const text = privilegedPod.replace(
    '        privileged',
    '        # seaworthy-ignore image-digest: known\n        privileged',
  );
  await start('pod.yaml', text);
  await take('pod.yaml', ignoreLine);
  expect(client.text('pod.yaml')).toContain('# seaworthy-ignore image-digest, privileged-container: known\n');
  expect(await client.rules('pod.yaml')).not.toContain(rule);
});

test('on the first line of a document the comment stands behind, so that it holds for the line alone', async () => {
  const text = `{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, securityContext: {privileged: true}}]}}\n`;
  await start('pod.yaml', `${text}---\n${text}`);
  await take('pod.yaml', ignoreLine);
  expect(client.text('pod.yaml')).toBe(
    `${text.trimEnd()} # seaworthy-ignore privileged-container\n---\n${text}`,
  );
  expect((await client.finding('pod.yaml', rule)).range.start.line).toBe(2);
});

test('a comment for the file stands at its top, and is one for all rules', async () => {
  await start('pod.yaml', `${privilegedPod}---\n${twicePrivilegedPod}`);
  await take('pod.yaml', ignoreFile);
  expect(
    client.text('pod.yaml').startsWith('# seaworthy-ignore-file privileged-container\napiVersion: v1\n'),
  ).toBe(true);
  expect(await client.rules('pod.yaml')).not.toContain(rule);
  await take('pod.yaml', 'Ignore missing-network-policy in this file', 'missing-network-policy');
  expect(
    client
      .text('pod.yaml')
      .startsWith('# seaworthy-ignore-file privileged-container, missing-network-policy\n'),
  ).toBe(true);
  expect(await client.rules('pod.yaml')).not.toContain('missing-network-policy');
});

test('in a Dockerfile a comment stands above the whole instruction, or below its directives', async () => {
  const text =
    '# syntax=docker/dockerfile:1\nFROM debian:12.5\nRUN set -e; \\\n  apt-get update; \\\n  apt-get install curl\n';
  await start('Dockerfile', text, { settings: () => ({ profile: 'all' }) });
  await take('Dockerfile', 'Ignore package-yes-missing for this line', 'package-yes-missing');
  const ignored = text.replace('RUN', '# seaworthy-ignore package-yes-missing\nRUN');
  expect(client.text('Dockerfile')).toBe(ignored);
  expect(await client.rules('Dockerfile')).not.toContain('package-yes-missing');
  await client.change('Dockerfile', { text });
  await take('Dockerfile', 'Ignore package-yes-missing in this file', 'package-yes-missing');
  expect(client.text('Dockerfile')).toBe(
    text.replace('FROM', '# seaworthy-ignore-file package-yes-missing\nFROM'),
  );
  expect(await client.rules('Dockerfile')).not.toContain('package-yes-missing');
});

test('JSON has no comments, so none is offered', async () => {
  const object = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a' },
    spec: { containers: [{ name: 'a', securityContext: { privileged: true } }] },
  };
  await start('pod.json', JSON.stringify(object, null, 2));
  expect(titles(await actionsFor('pod.json')).filter((title) => title.startsWith('Ignore'))).toEqual([]);
  await take('pod.json', 'Set privileged to false');
  expect(JSON.parse(client.text('pod.json'))).toEqual(
    JSON.parse(JSON.stringify(object).replace('true', 'false')),
  );
});

test('what the linter says of comments themselves cannot be held back by a comment', async () => {
  await start('pod.yaml', `# seaworthy-ignore-file no-such-rule\n${privilegedPod}`);
  expect(titles(await actionsFor('pod.yaml', 'unknown-suppression'))).toEqual([
    'Turn unknown-suppression off in this workspace',
  ]);
});

const turnOff = `Turn ${rule} off in this workspace`;

test('a rule is turned off in a new configuration at the top of the workspace', async () => {
  await start('deep/pod.yaml', privilegedPod);
  await take('deep/pod.yaml', turnOff);
  expect(client.text('.seaworthy.yaml')).toBe('rules:\n  privileged-container: "off"\n');
  await client.touch(['.seaworthy.yaml', 'created']);
  await client.audit();
  expect(await client.rules('deep/pod.yaml')).not.toContain(rule);
});

test.each([
  ['profile: all # Ours\n', 'profile: all # Ours\nrules:\n  privileged-container: "off"\n'],
  [
    '# Rules\nrules:\n    # First\n    image-digest: off # Why\n',
    '# Rules\nrules:\n    # First\n    image-digest: off # Why\n    privileged-container: "off"\n',
  ],
  ['rules:\n  privileged-container: warning # For now\n', 'rules:\n  privileged-container: off # For now\n'],
  [
    'rules:\n  privileged-container:\n    severity: warning\n',
    'rules:\n  privileged-container:\n    severity: off\n',
  ],
  ['# Nothing yet', '# Nothing yet\nrules:\n  privileged-container: "off"\n'],
])('a configuration keeps all else: %j', async (before, after) => {
  await start('pod.yaml', privilegedPod, { files: { '.seaworthy.yaml': before } });
  await take('pod.yaml', turnOff);
  expect(client.text('.seaworthy.yaml').replaceAll('"off"', 'off')).toBe(after.replaceAll('"off"', 'off'));
  await client.touch(['.seaworthy.yaml', 'changed']);
  await client.audit();
  expect(await client.rules('pod.yaml')).not.toContain(rule);
});

test('a configuration that is broken is not edited', async () => {
  await start('pod.yaml', privilegedPod, { files: { '.seaworthy.yaml': 'rules: [\n' } });
  expect(titles(await actionsFor('pod.yaml'))).not.toContain(turnOff);
});

test('a policy that is not to the point offers nothing for a pod', async () => {
  await start('policy.yaml', policy);
  expect(await client.actions('policy.yaml', [])).toEqual([]);
});
