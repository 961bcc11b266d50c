import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startClient, type TestClient } from './client';
import { plainPod, policy, privilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

const audited = async (): Promise<string[]> => Object.keys(await client.auditRules()).sort();

test('files that come, change and go on disk are followed', async () => {
  client = await startClient({ files: { 'a.yaml': privilegedPod } });
  expect(await audited()).toEqual(['a.yaml']);
  client.write('b.yaml', privilegedPod);
  await client.touch(['b.yaml', 'created']);
  expect(await audited()).toEqual(['a.yaml', 'b.yaml']);
  client.write('a.yaml', '# Nothing\n');
  client.remove('b.yaml');
  await client.touch(['a.yaml', 'changed'], ['b.yaml', 'deleted']);
  expect(await audited()).toEqual([]);
});

test('a folder that is renamed takes its files along', async () => {
  client = await startClient({ files: { 'old/a.yaml': privilegedPod, 'old/deep/b.yaml': privilegedPod } });
  expect(await audited()).toEqual(['old/a.yaml', 'old/deep/b.yaml']);
  client.rename('old', 'new');
  await client.connection.sendNotification('workspace/didRenameFiles', {
    files: [{ oldUri: client.uri('old'), newUri: client.uri('new') }],
  });
  expect(await audited()).toEqual(['new/a.yaml', 'new/deep/b.yaml']);
  client.remove('new');
  await client.connection.sendNotification('workspace/didDeleteFiles', {
    files: [{ uri: client.uri('new') }],
  });
  expect(await audited()).toEqual([]);
});

test('a folder that comes with its files is read', async () => {
  client = await startClient({ files: { 'a.yaml': privilegedPod } });
  client.write('new/deep/b.yaml', privilegedPod);
  await client.connection.sendNotification('workspace/didCreateFiles', {
    files: [{ uri: client.uri('new') }],
  });
  expect(await audited()).toEqual(['a.yaml', 'new/deep/b.yaml']);
});

test('the folder of the workspace itself may come with its files, or go', async () => {
  client = await startClient({ files: { 'a.yaml': privilegedPod } });
  expect(await audited()).toEqual(['a.yaml']);
  client.write('new/b.yaml', privilegedPod);
  await client.touch(['.', 'created']);
  expect(await audited()).toEqual(['a.yaml', 'new/b.yaml']);
  client.remove('.');
  await client.touch(['.', 'deleted']);
  expect(await audited()).toEqual([]);
});

test('a file that is deleted while it is open stays until it is closed', async () => {
  client = await startClient({ files: { 'a.yaml': privilegedPod } });
  await client.open('a.yaml');
  client.remove('a.yaml');
  await client.touch(['a.yaml', 'deleted']);
  expect(await audited()).toEqual(['a.yaml']);
  await client.close('a.yaml');
  expect(await audited()).toEqual([]);
});

test('ignore files are honoured, the nearer before the farther, and followed', async () => {
  client = await startClient({
    files: {
      '.gitignore': 'build/\n*.local.yaml\n',
      'build/a.yaml': privilegedPod,
      'b.local.yaml': privilegedPod,
      'c.yaml': privilegedPod,
      'deep/.gitignore': '!kept.local.yaml\n/only-here.yaml\n',
      'deep/kept.local.yaml': privilegedPod,
      'deep/only-here.yaml': privilegedPod,
      'deep/down/only-here.yaml': privilegedPod,
      '.seaworthyignore': 'vendored/\n',
      'vendored/d.yaml': privilegedPod,
    },
  });
  const before = ['c.yaml', 'deep/down/only-here.yaml', 'deep/kept.local.yaml'];
  expect(await audited()).toEqual(before);
  client.remove('.seaworthyignore');
  await client.touch(['.seaworthyignore', 'deleted']);
  expect(await audited()).toEqual([...before, 'vendored/d.yaml']);
  client.write('.gitignore', 'deep\nvendored\n');
  await client.touch(['.gitignore', 'changed']);
  expect(await audited()).toEqual(['b.local.yaml', 'build/a.yaml', 'c.yaml']);
});

test('an open document counts though Git ignores it, but not where Seaworthy is told to', async () => {
  client = await startClient({
    files: {
      '.gitignore': 'a.yaml\n',
      '.seaworthyignore': 'b.yaml\n',
      'a.yaml': privilegedPod,
      'b.yaml': privilegedPod,
    },
  });
  await client.open('a.yaml');
  await client.open('b.yaml');
  expect(await client.rules('a.yaml')).toContain('privileged-container');
  expect(await client.rules('b.yaml')).toEqual([]);
  await client.close('a.yaml');
  expect(await audited()).toEqual([]);
  await client.touch(['a.yaml', 'changed']);
  expect(await audited()).toEqual([]);
});

test('dependencies, Git, links, loops, pipes, binaries and giants are passed over', async () => {
  client = await startClient({
    files: {
      'a.yaml': privilegedPod,
      'node_modules/x/b.yaml': privilegedPod,
      '.git/c.yaml': privilegedPod,
      'binary.yaml': '\u0000apiVersion: v1\nkind: Pod\n',
      'giant.yaml': privilegedPod + '# '.repeat(1_100_000),
    },
    folders: [],
  });
  symlinkSync('.', path.join(client.root, 'loop'));
  symlinkSync('a.yaml', path.join(client.root, 'link.yaml'));
  symlinkSync('nowhere', path.join(client.root, 'dangling.yaml'));
  execFileSync('mkfifo', [path.join(client.root, 'pipe.yaml')]);
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: client.uri(''), name: 'all' }], removed: [] },
  });
  expect(await audited()).toEqual(['a.yaml']);
  await client.until(() => client.log.some((line) => line.includes('giant.yaml')), 'a word about the giant');
  expect(
    client.log.filter((line) => line.includes('is left out')).map((line) => line.replace(/^.*\//, '')),
  ).toEqual([
    expect.stringMatching(/^binary\.yaml is left out: it holds NUL bytes/),
    'dangling.yaml is left out: it is a link that leads nowhere.',
    expect.stringMatching(/^giant\.yaml is left out: it has \d+ bytes, more than 2000000\.$/),
    'pipe.yaml is left out: it is no regular file.',
  ]);
});

test('a giant that is open is left out with one word', async () => {
  client = await startClient();
  await client.open('giant.yaml', privilegedPod + '# '.repeat(1_100_000));
  expect(await client.diagnostics('giant.yaml')).toEqual([]);
  await client.replace('giant.yaml', 'name: web', 'name: other');
  expect(await client.diagnostics('giant.yaml')).toEqual([]);
  expect(client.log.filter((line) => line.includes('giant.yaml'))).toHaveLength(1);
  await client.change('giant.yaml', { text: privilegedPod });
  expect(await client.rules('giant.yaml')).toContain('privileged-container');
});

test('several folders make one workspace, and come and go', async () => {
  client = await startClient({
    files: { 'one/pod.yaml': privilegedPod, 'two/policy.yaml': policy, 'two/pod.yaml': plainPod },
    folders: ['one'],
  });
  expect((await client.auditRules())['one/pod.yaml']).toContain('missing-network-policy');
  const event = (added: string[], removed: string[]) => {
    const folders = (names: string[]) => names.map((name) => ({ uri: client.uri(name), name }));
    return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: folders(added), removed: folders(removed) },
    });
  };
  await event(['two'], []);
  expect((await client.auditRules())['one/pod.yaml']).not.toContain('missing-network-policy');
  await event([], ['one']);
  expect(Object.keys(await client.auditRules())).not.toContain('one/pod.yaml');
  await event(['one'], ['two']);
  expect((await client.auditRules())['one/pod.yaml']).toContain('missing-network-policy');
});

test('names with spaces, signs and other letters are one file each, however the client writes them', async () => {
  const name = 'ein Ordner/größe #1 (50%) [x]+y@z.yaml';
  client = await startClient({ files: { [name]: plainPod } });
  const uri = client
    .uri(name)
    .replace('%20', '%20')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')')
    .replace('%2B', '+')
    .replace('%40', '@');
  expect(uri).not.toBe(client.uri(name));
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 7, text: privilegedPod },
  });
  const { items } = await client.audit();
  expect(items.map((item) => [item.uri, item.version])).toEqual([[uri, 7]]);
});
