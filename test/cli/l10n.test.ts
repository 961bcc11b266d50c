import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { pseudoLanguage, untranslated } from '../pseudo-language';
import { program, project, run, withError } from './program';

beforeAll(async () => {
  const folder = path.join(path.dirname(program), '..', 'l10n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'bundle.l10n.qps.json'), JSON.stringify(await pseudoLanguage()));
});

const env = { LC_ALL: 'qps_XX.UTF-8' };

const dockerfile = 'FROM alpine:latest\nRUN apt-get install curl\nUSER root\n';

test('a report is in the language of the terminal, but for what comes from files and what programs read', async () => {
  const cwd = project({
    Dockerfile: dockerfile,
    'broken.yaml': withError,
    'binary.yaml': 'a\u0000b',
    '.seaworthy.yaml': 'profil: all\n',
  });
  const { stdout, stderr } = await run(['audit', 'nowhere.yaml', '.'], { cwd, env });
  const headline = /^\S+:\d+:\d+: (?:error|warning|info): (.*) \[[\w-]+\]$/;
  const said = stdout.split('\n').flatMap((line) => {
    if (/^ +(?:\d+ )?\| /.test(line)) return [];
    return [headline.exec(line)?.[1] ?? line];
  });
  expect(said.length).toBeGreaterThan(5);
  expect(said.flatMap(untranslated)).toEqual([]);
  const told = stderr.split('\n').map((line) => line.replace(/^\S+ (?:error|warning|info): /, ''));
  expect(told.flatMap(untranslated).filter((word) => word !== 'configuration')).toEqual([]);
  expect(stderr).toContain('⟦Not audited: ⟦it does not exist⟧.⟧');
});

test('help and explanations are', async () => {
  const { stdout: help } = await run(['audit', '--help'], { env });
  expect(help).toContain('⟦Exit codes:⟧');
  const line = help.replaceAll(/\s+/g, ' ');
  expect(line).toContain('⟦make the safe fixes in the files⟧');
  // Flags, choices and defaults are what a person types.
  const typed = /\((?:choices|default):[^)]*\)|--?[\w-]+|<\w+>|\[\w+(?:\.\.\.)?\]|seaworthy audit| path /g;
  expect(untranslated(line.replaceAll(/⟦[^⟦⟧]*⟧/g, '').replaceAll(typed, ' '))).toEqual([]);
  const { stdout: page } = await run(['explain', 'privileged-container'], { env });
  const [facts, references] = [page.replaceAll(/^ +⟦(?:See|Also known as)⟧.*(?:\n {17}.*)*/gm, ''), page];
  expect(references).toContain('⟦See⟧');
  expect(
    untranslated(facts).filter((word) => !['error', 'high', 'essential', 'recommended'].includes(word)),
  ).toEqual([]);
});

test('reports that programs read are in English everywhere', async () => {
  const cwd = project({ Dockerfile: dockerfile, 'binary.yaml': 'a\u0000b' });
  for (const format of ['json', 'sarif', 'github', 'junit']) {
    const { stdout } = await run(['audit', '--format', format], { cwd, env });
    expect(stdout.length, format).toBeGreaterThan(100);
    expect(stdout, format).not.toContain('⟦');
  }
});

test('wrong use is told in it, and a language that nobody translated is English', async () => {
  expect((await run(['explain', 'no-rule-at-all'], { env })).stderr).toMatch(/⟦No rule is called/);
  expect((await run(['explain', 'no-rule-at-all'], { env: { LC_ALL: '../../x' } })).stderr).toMatch(
    /^seaworthy: No rule is called/,
  );
});
