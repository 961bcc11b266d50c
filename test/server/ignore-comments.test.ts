import { expect, test } from 'vitest';
import { applyEdits, defaultSettings, lint } from '../../rules/index';
import { allowsComments, ignoreInFile, ignoreLine } from '../../server/ignore-comments';

/** The text once the first way to ignore a finding at `quote` is taken. */
function ignoring(uri: string, text: string, quote: string): string {
  const { suppressions } = lint({ uri, text }, defaultSettings);
  const start = text.indexOf(quote);
  const [edit] = ignoreLine(
    { uri, languageId: undefined, text, suppressions },
    { start, end: start + quote.length },
    'a-rule',
  );
  return edit ? applyEdits(text, [edit]) : text;
}

const yaml = (text: string, quote: string): string => ignoring('file:///a.yaml', text, quote);
const dockerfile = (text: string, quote: string): string => ignoring('file:///Dockerfile', text, quote);

test('a comment never gets into a text of several lines', () => {
  const block = 'a: 1\nb:\n  script: |\n    one\n    two\n';
  expect(yaml(block, 'two')).toBe('a: 1\nb:\n  # seaworthy-ignore a-rule\n  script: |\n    one\n    two\n');
  const quoted = 'a: 1\nb:\n  - "one\n    two"\n';
  expect(yaml(quoted, 'two')).toBe('a: 1\nb:\n  # seaworthy-ignore a-rule\n  - "one\n    two"\n');
  const plain = 'a: 1\nb: one\n  two\n';
  expect(yaml(plain, 'two')).toBe('a: 1\n# seaworthy-ignore a-rule\nb: one\n  two\n');
});

test('the first line of any document takes its comment behind it', () => {
  expect(yaml('kind: A\nb: 2\n---\n# Comment\nkind: B\n', 'kind: B')).toBe(
    'kind: A\nb: 2\n---\n# Comment\nkind: B # seaworthy-ignore a-rule\n',
  );
});

test('in a Dockerfile the comment stands above the instruction, not inside of it', () => {
  const run = 'FROM scratch\nRUN one \\\n  && two \\\n  && three\nUSER 1\n';
  expect(dockerfile(run, 'three')).toBe(run.replace('RUN', '# seaworthy-ignore a-rule\nRUN'));
  const heredoc = 'FROM scratch\nRUN <<EOF\none\ntwo\nEOF\nUSER 1\n';
  expect(dockerfile(heredoc, 'two')).toBe(heredoc.replace('RUN', '# seaworthy-ignore a-rule\nRUN'));
  expect(dockerfile('FROM scratch', 'FROM')).toBe('# seaworthy-ignore a-rule\nFROM scratch');
});

test('a comment of another linter is left to it', () => {
  const text = 'FROM scratch\n# hadolint ignore=DL3002\nUSER root\n';
  expect(dockerfile(text, 'root')).toBe(text.replace('USER', '# seaworthy-ignore a-rule\nUSER'));
});

test('a comment for the file leaves the directives of a Dockerfile at its top', () => {
  const text = '# syntax=docker/dockerfile:1\r\n# escape=`\r\n# a = b\r\nFROM scratch\r\n';
  const edit = ignoreInFile(
    { uri: 'file:///Dockerfile', languageId: undefined, text, suppressions: [] },
    'a-rule',
  );
  expect(applyEdits(text, [edit])).toBe(
    '# syntax=docker/dockerfile:1\r\n# escape=`\r\n# seaworthy-ignore-file a-rule\r\n# a = b\r\nFROM scratch\r\n',
  );
});

test('JSON has no comments, by name or by language', () => {
  expect(allowsComments({ uri: 'file:///a.json', languageId: undefined })).toBe(false);
  expect(allowsComments({ uri: 'untitled:1', languageId: 'json' })).toBe(false);
  expect(allowsComments({ uri: 'file:///a.yaml', languageId: 'yaml' })).toBe(true);
});
