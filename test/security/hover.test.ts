import { marked } from 'marked';
import { afterEach, expect, it } from 'vitest';
import { startClient, type TestClient } from '../server/client';

let client: TestClient;
afterEach(() => client.stop());

const evil = [
  '<img src=x onerror=alert(1)>',
  '<a href=javascript:alert(1)>x</a>',
  '[x](command:workbench.action.terminal.new)',
  '![x](https://evil.example.com/pixel.png)',
  '<https://evil.example.com>',
  'https://evil.example.com www.evil.example.com a@evil.example.com',
  '`code` ``two`` ```three',
  '**bold** _em_ ~~gone~~ # head',
  '|a|b|\\n|-|-|\\n|c|d|',
  '\\n\\n# head\\n\\n- list\\n\\n    code\\n\\n---\\n',
  '&lt;b&gt; &#60;b&#62; \\\\<b>',
  '$(zap) $x$ ]( )[',
];

it.each(evil)('a name in a file is no markup in a hover or a diagnostic: %s', async (name) => {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: ${JSON.stringify(name).replaceAll('\\\\n', '\\n')}}\nspec:\n  containers:\n    - name: ${JSON.stringify(name).replaceAll('\\\\n', '\\n')}\n      image: a\n      securityContext: {privileged: true}\n`;
  client = await startClient({ files: { 'pod.yaml': text } });
  await client.open('pod.yaml');
  const { range } = await client.finding('pod.yaml', 'privileged-container');
  const hover = await client.hover('pod.yaml', range.start);
  const contents = hover?.contents;
  const markdown = typeof contents === 'object' && 'value' in contents ? contents.value : '';
  expect(markdown).toContain('privileged');
  const html = await marked.parse(markdown, { gfm: true });
  const tags = [...html.matchAll(/<(\w+)/g)].map((match) => match[1]);
  expect(tags.filter((tag) => !['p', 'strong', 'a', 'code', 'hr'].includes(tag ?? ''))).toEqual([]);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !link?.startsWith('https://') || link.includes('evil'))).toEqual([]);
  expect(html).not.toMatch(/<[^>]*(?:\ssrc=|mailto:)/);
});
