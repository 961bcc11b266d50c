import { afterEach, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { modern, type Setup, startClient, type TestClient } from './client';
import { plainPod, policy, privilegedPod } from './samples';

let client: TestClient;

const start = async (setup?: Setup): Promise<void> => {
  client = await startClient(setup);
  await client.ready();
};

afterEach(() => client.stop());

test('a finding is a diagnostic at a narrow range, with its rule, its page and its fixes', async () => {
  await start();
  await client.open('pod.yaml', privilegedPod);
  const finding = await client.finding('pod.yaml', 'privileged-container');
  expect(client.quote('pod.yaml', finding.range)).toBe('privileged: true');
  expect(finding).toMatchObject({
    severity: 1,
    source: 'seaworthy',
    codeDescription: {
      href: 'https://github.com/seaworthy/seaworthy/blob/main/docs/rules/privileged-container.md',
    },
    data: { fixes: [{ index: 0, title: 'Set privileged to false' }] },
  });
  expect(finding.message).toContain('web');
});

test('offsets beyond the first plane and CRLF are counted in UTF-16 units and lines', async () => {
  await start();
  const text = privilegedPod.replace('app: shop', 'app: "🐟🐟" # 🐟').replaceAll('\n', '\r\n');
  await client.open(
    'pod.yaml',
    text
      .replace('privileged: true', '"🐟": 1, privileged: true')
      .replace(/securityContext:\r\n\s+(.*)/, 'securityContext: { $1 }'),
  );
  const finding = await client.finding('pod.yaml', 'privileged-container');
  expect(client.quote('pod.yaml', finding.range)).toBe('privileged: true');
});

test('the same findings are unchanged, others are not', async () => {
  await start();
  await client.open('pod.yaml', privilegedPod);
  const first = await client.pull('pod.yaml');
  if (first.kind !== 'full') throw new Error('The first report is full');
  expect(await client.pull('pod.yaml', first.resultId)).toEqual({
    kind: 'unchanged',
    resultId: first.resultId,
  });
  await client.change('pod.yaml', { text: `${privilegedPod}# A comment\n` });
  expect(await client.pull('pod.yaml', first.resultId)).toMatchObject({ kind: 'unchanged' });
  await client.replace('pod.yaml', 'privileged: true', 'privileged: false');
  const last = await client.pull('pod.yaml', first.resultId);
  expect(last.kind).toBe('full');
  expect(last.resultId).not.toBe(first.resultId);
});

test('incremental edits are followed, key by key', async () => {
  await start();
  await client.open('pod.yaml', plainPod);
  expect(await client.rules('pod.yaml')).not.toContain('privileged-container');
  await client.replace('pod.yaml', 'privileged: false', 'privileged: ');
  await client.type('pod.yaml', 'privileged: ', 'true');
  expect(client.text('pod.yaml')).toBe(privilegedPod);
  expect(await client.rules('pod.yaml')).toContain('privileged-container');
  // Several changes of one step hold for the text after the one before: editors send the last place first.
  const top = { line: 0, character: 0 };
  await client.change(
    'pod.yaml',
    { range: client.rangeOf('pod.yaml', 'name: shop\n'), text: 'name: other\n' },
    { range: { start: top, end: top }, text: '# One\n# Two\n' },
  );
  const moved = await client.finding('pod.yaml', 'privileged-container');
  expect(client.quote('pod.yaml', moved.range)).toBe('privileged: true');
});

test('a request that is cancelled is answered so', async () => {
  await start();
  await client.open('pod.yaml', privilegedPod);
  const source = new CancellationTokenSource();
  const request = client.connection.sendRequest(
    DocumentDiagnosticRequest.type,
    { textDocument: { uri: client.uri('pod.yaml') } },
    source.token,
  );
  source.cancel();
  await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await client.rules('pod.yaml')).toContain('privileged-container');
});

test('related documents that an edit changes come along where the client takes them', async () => {
  const diagnostic = { relatedDocumentSupport: true, dataSupport: true };
  await start({ capabilities: { ...modern, textDocument: { ...modern.textDocument, diagnostic } } });
  await client.open('pod.yaml', privilegedPod);
  await client.open('policy.yaml', policy.replace('app: shop', 'app: other'));
  expect(await client.rules('pod.yaml')).toContain('missing-network-policy');
  await client.pull('policy.yaml');
  await client.replace('policy.yaml', 'app: other', 'app: shop');
  const { relatedDocuments = {} } = await client.pull('policy.yaml');
  const pod = relatedDocuments[client.uri('pod.yaml')];
  if (pod?.kind !== 'full') throw new Error('The pod is not among the related documents');
  expect(pod.items.map(({ code }) => code)).toContain('privileged-container');
  expect(pod.items.map(({ code }) => code)).not.toContain('missing-network-policy');
});

test('a related place in another file is named', async () => {
  await start({ files: { 'policy.yaml': policy.replace('[Ingress, Egress]', '[Ingress]') } });
  await client.open('pod.yaml', privilegedPod);
  await client.audit();
  const finding = await client.finding('pod.yaml', 'network-policy-without-egress');
  const [related] = finding.relatedInformation ?? [];
  expect(related?.location.uri).toBe(client.uri('policy.yaml'));
  expect(client.quote('policy.yaml', related?.location.range ?? client.rangeOf('policy.yaml', ''))).toContain(
    'shop',
  );
});

test('a comment that suppresses nothing is shown faded', async () => {
  await start();
  await client.open('pod.yaml', `# seaworthy-ignore-file privileged-container\n${plainPod}`);
  expect(await client.finding('pod.yaml', 'unused-suppression')).toMatchObject({ tags: [1], severity: 3 });
});

test('text that is no manifest, or half of one, has no findings and breaks nothing', async () => {
  await start();
  for (const text of [
    '',
    '{',
    'a: [',
    '---\n---\n',
    '\u0000',
    'apiVersion: v1\nkind: Pod\nspec:\n  containers: 5\n',
  ]) {
    await client.open('odd.yaml', text);
    expect(Array.isArray(await client.diagnostics('odd.yaml'))).toBe(true);
    await client.close('odd.yaml');
  }
});

test('Helm templates are left alone, by language or by place', async () => {
  await start({
    files: {
      'chart/Chart.yaml': 'name: shop\n',
      'chart/templates/pod.yaml': privilegedPod,
      'chart/crds/pod.yaml': privilegedPod,
    },
  });
  await client.open('loose.yaml', privilegedPod, 'helm');
  await client.open('chart/templates/pod.yaml');
  await client.open('action.yaml', privilegedPod.replace('name: shop', 'name: {{ .Values.name }}'));
  for (const name of ['loose.yaml', 'chart/templates/pod.yaml', 'action.yaml'])
    expect(await client.diagnostics(name)).toEqual([]);
  const audited = await client.auditRules();
  expect(Object.keys(audited)).toEqual(['chart/crds/pod.yaml']);
});

test('documents of other schemes, such as old revisions, are left alone', async () => {
  await start();
  const uri = `git:${client.uri('pod.yaml').slice('file:'.length)}?HEAD`;
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text: privilegedPod },
  });
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
  });
  expect(report).toMatchObject({ kind: 'full', items: [] });
});
