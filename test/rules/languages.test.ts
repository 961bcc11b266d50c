import { expect, it } from 'vitest';
import { languageOf } from '../../rules';

it.each<[string, string | undefined, ReturnType<typeof languageOf>]>([
  ['file:///a/Dockerfile', undefined, 'dockerfile'],
  ['file:///a/Dockerfile.dev', 'plaintext', 'dockerfile'],
  ['file:///a/web.Dockerfile', undefined, 'dockerfile'],
  ['file:///a/Containerfile', undefined, 'dockerfile'],
  ['file:///a/Dockerfile.go', 'go', 'dockerfile'],
  ['file:///a/dockerfile.go', 'go', undefined],
  ['file:///a/Dockerfile.md', undefined, undefined],
  ['file:///a/Dockerfile.dockerignore', undefined, 'ignore-file'],
  ['file:///a/my%20app/Dockerfile', undefined, 'dockerfile'],
  ['file:///a/x', 'dockerfile', 'dockerfile'],
  ['file:///a/x.yaml', undefined, 'manifest'],
  ['file:///a/x.yml', 'helm', 'manifest'],
  ['untitled:Untitled-1', 'yaml', 'manifest'],
  ['file:///a/x.json', undefined, 'manifest'],
  ['file:///a/x.toml', undefined, undefined],
  ['file:///a/%E0%A4%A', undefined, undefined],
])('%s (%s)', (uri, languageId, language) => {
  expect(languageOf(uri, languageId)).toBe(language);
});
