import { afterEach, beforeAll, expect, test } from 'vitest';
import { rules } from '../../rules/index';
import { pseudoLanguage, untranslated } from '../pseudo-language';
import { modern, startClient, type TestClient } from './client';
import { twicePrivilegedPod } from './samples';

let client: TestClient;
afterEach(() => client.stop());

let translations: Record<string, string>;
beforeAll(async () => {
  translations = await pseudoLanguage();
});

/** Titles of documents that others wrote are theirs. */
const withoutReferences = (markdown: string): string => markdown.replaceAll(/\[[^\]⟦⟧]*\]\([^)]*\)/g, '');

/** What a hover says at the finding of a rule. */
async function hoverText(name: string, rule: string): Promise<string> {
  const { range } = await client.finding(name, rule);
  const contents = (await client.hover(name, range.start))?.contents;
  return typeof contents === 'object' && 'kind' in contents ? contents.value : '';
}

const files = {
  '.seaworthy.yaml': 'profil: all\nrules:\n  no-such-rule: off\n',
  Dockerfile: 'FROM alpine:latest\nRUN apt-get install curl\n',
  'pod.yaml': twicePrivilegedPod,
};

const start = async (capabilities = modern): Promise<void> => {
  const initializationOptions = { translations, commands: ['seaworthy.explainRule'] };
  client = await startClient({ files, capabilities, initializationOptions });
};

test('findings, their fixes and all else that can be done are said in the language of the client', async () => {
  await start();
  for (const name of Object.keys(files)) {
    await client.open(name);
    const diagnostics = await client.diagnostics(name);
    expect(diagnostics.length).toBeGreaterThan(0);
    const actions = await client.actions(name, diagnostics);
    const texts = [
      ...diagnostics.flatMap((one) => [
        typeof one.message === 'string' ? one.message : one.message.value,
        ...(one.relatedInformation ?? []).map(({ message }) => message),
      ]),
      ...actions.map(({ title }) => title),
      ...(await client.lenses(name)).map(({ command }) => command?.title ?? ''),
    ];
    expect(texts.flatMap(untranslated)).toEqual([]);
  }
  const finding = await client.finding('pod.yaml', 'privileged-container');
  // What is taken is found again by its translated title.
  await client.take(await client.action('pod.yaml', [finding], '⟦Set privileged to false⟧'));
  expect(client.text('pod.yaml')).toContain('privileged: false');
});

test('a hover is', async () => {
  await start();
  await client.open('pod.yaml');
  const text = await hoverText('pod.yaml', 'privileged-container');
  expect(text).toContain('⟦Container runs privileged⟧');
  expect(untranslated(withoutReferences(text))).toEqual([]);
});

test('a hover in plain text is', async () => {
  const hover = { contentFormat: ['plaintext' as const] };
  await start({ ...modern, textDocument: { ...modern.textDocument, hover } });
  await client.open('pod.yaml');
  const text = await hoverText('pod.yaml', 'privileged-container');
  expect(text).toContain('⟦Container runs privileged⟧');
  expect(
    text
      .split('\n')
      .filter((line) => !line.includes('https:'))
      .flatMap(untranslated),
  ).toEqual([]);
});

test('the page of every rule is, and the list of rules', async () => {
  await start();
  const summaries =
    await client.connection.sendRequest<{ title: string; topic: string }[]>('seaworthy/rules');
  expect(summaries.flatMap(({ title, topic }) => [...untranslated(title), ...untranslated(topic)])).toEqual(
    [],
  );
  for (const { id } of rules) {
    const page = await client.connection.sendRequest<{ markdown: string }>('seaworthy/explainRule', {
      rule: id,
    });
    expect(untranslated(withoutReferences(page.markdown)), id).toEqual([]);
  }
});

test('what a client names that has no translation is English', async () => {
  client = await startClient({
    files,
    initializationOptions: { translations: { Nothing: 'Nichts', odd: 1 } },
  });
  await client.open('pod.yaml');
  expect((await client.finding('pod.yaml', 'privileged-container')).message).toMatch(/^Container `web`/);
});
