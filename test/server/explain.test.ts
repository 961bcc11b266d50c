import { marked } from 'marked';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RuleAbout, rules } from '../../rules/index';
import { startClient, type TestClient } from './client';

let client: TestClient;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.stop());

const explain = (rule: string): Promise<{ title: string; markdown: string }> =>
  client.connection.sendRequest('seaworthy/explainRule', { rule });

test('all rules are listed', async () => {
  const listed = await client.connection.sendRequest<{ id: string }[]>('seaworthy/rules');
  expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  expect(listed.find(({ id }) => id === 'privileged-container')).toEqual({
    id: 'privileged-container',
    title: 'Container runs privileged',
    topic: 'Runtime and kernel holes',
    severity: 'error',
    profile: 'essential',
  });
});

test('every rule is explained, in Markdown without loose ends', async () => {
  for (const rule of rules as readonly RuleAbout[]) {
    const { id, title, references } = rule;
    const page = await explain(id);
    expect(page.title).toBe(title);
    const html = await marked.parse(page.markdown);
    expect(html).toContain(`<code>${id}</code>`);
    for (const { url } of references) expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
    if (!/undefined/.test(JSON.stringify(rule))) expect(html).not.toContain('undefined');
  }
});

test('a rule that nobody knows is refused', async () => {
  await expect(explain('no-such-rule')).rejects.toMatchObject({ message: 'No rule is called no-such-rule.' });
});
