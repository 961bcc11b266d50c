import { marked } from 'marked';
import { afterEach, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-protocol/node';
import { old, startClient, type TestClient } from './client';
import { privilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

async function hoverAt(name: string, quote: string): Promise<MarkupContent> {
  const hover = await client.hover(name, client.rangeOf(name, quote).start);
  if (!hover || !MarkupContent.is(hover.contents)) throw new Error(`There is no hover at ${quote}`);
  return hover.contents;
}

test('a finding is explained, with reason, remedy, references and how to keep it', async () => {
  client = await startClient();
  await client.open('pod.yaml', privilegedPod);
  const { kind, value } = await hoverAt('pod.yaml', 'privileged: true');
  expect(kind).toBe('markdown');
  expect(value).toContain(
    '**Container runs privileged**: error, certain, [`privileged-container`](https://github.com/seaworthy/seaworthy/blob/main/docs/rules/privileged-container.md)',
  );
  expect(value).toContain('A privileged container has every capability');
  expect(value).toContain('**What to do:** Set `privileged: false`');
  expect(value).toMatch(/\*\*Read on:\*\* \[.+\]\(https:\/\/kubernetes\.io\/.+\)/);
  expect(value).toContain('`psa:privileged`');
  expect(value).toContain('`# seaworthy-ignore privileged-container: reason`');
  const hover = await client.hover('pod.yaml', client.rangeOf('pod.yaml', 'privileged: true').start);
  expect(hover?.range && client.quote('pod.yaml', hover.range)).toBe('privileged: true');
});

test('where nothing was found nothing is said', async () => {
  client = await startClient();
  await client.open('pod.yaml', privilegedPod);
  expect(await client.hover('pod.yaml', client.rangeOf('pod.yaml', 'spec:').start)).toBeNull();
  expect(await client.hover('other.yaml', { line: 0, character: 0 })).toBeNull();
});

test('a client without Markdown gets plain text', async () => {
  client = await startClient({ capabilities: old });
  await client.open('pod.yaml', privilegedPod);
  const { kind, value } = await hoverAt('pod.yaml', 'privileged: true');
  expect(kind).toBe('plaintext');
  expect(value).toContain('Container runs privileged (error, privileged-container)');
  expect(value).not.toContain('**');
});

test('JSON is told how to keep a finding without a comment', async () => {
  client = await startClient();
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: { containers: [{ name: 'a', securityContext: { privileged: true } }] },
  };
  await client.open('pod.json', JSON.stringify(pod));
  const { value } = await hoverAt('pod.json', '"privileged"');
  expect(value).toContain('under `ignore` in `.seaworthy.yaml`');
});

test.each([
  '<img src=x onerror=alert(1)>',
  '[click](command:seaworthy.explainRule)',
  '![beacon](https://evil.example/pixel.png)',
  '**bold** _it_ ~~no~~ # head',
  '`code` `` `<b>`',
  'https://evil.example/ and www.evil.example or me@evil.example',
  '&lt;script&gt; &amp;',
  '`<script>alert(1)</script>`',
  '- item\n\n# Title\n\n<script>',
  '<!-- hidden',
  '$(zap) | a | b |',
])('what a manifest says is shown as text: %j', async (name) => {
  client = await startClient();
  const text = privilegedPod.replace('name: web', `name: ${JSON.stringify(name)}`);
  await client.open('pod.yaml', text);
  const finding = await client.finding('pod.yaml', 'privileged-container');
  const { value } = await hoverAt('pod.yaml', 'privileged: true');
  const html = await marked.parse(value, { gfm: true });
  const foreign = /<(?!\/?(?:p|strong|code|a)\b)[^>]*>/.exec(html);
  expect(foreign).toBeNull();
  const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
  expect(links.filter((link) => link?.includes('evil') || link?.startsWith('command:'))).toEqual([]);
  // The very words, without markup: what was between backticks stays without them.
  const shown = html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  const plain = (words: string): string => words.replace(/`|\s+/g, '');
  expect(plain(shown)).toContain(plain(String(finding.message)));
});
