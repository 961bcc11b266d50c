import path from 'node:path';
import { expect, test } from 'vitest';
import { project, run } from './program';

const dockerfile = 'FROM debian:13\nCOPY . /app\nUSER 1000\n';
const missing = 'copy-all-without-dockerignore';
const letsIn = 'dockerignore-lets-in-history';

async function rulesIn(args: readonly string[], cwd: string): Promise<string[]> {
  const { stdout } = await run(['audit', '--format', 'json', ...args], { cwd });
  const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
  return findings.map(({ rule }) => rule).filter((rule) => [missing, letsIn].includes(rule));
}

test('a .dockerignore counts that stands beside the Dockerfile, or above it in the repository', async () => {
  const folder = project({
    'a/.git/HEAD': '',
    'a/Dockerfile': dockerfile,
    'b/.git/HEAD': '',
    'b/.dockerignore': 'node_modules\n',
    'b/web/Dockerfile': dockerfile,
    'b/own/x.Dockerfile': dockerfile,
    'b/own/x.Dockerfile.dockerignore': '.git\n**/.env\n',
  });
  expect(await rulesIn(['a'], folder)).toEqual([missing]);
  expect(await rulesIn(['b'], folder)).toEqual([letsIn]);
  expect(await rulesIn(['b/web/Dockerfile'], folder)).toEqual([letsIn]);
  expect(await rulesIn(['b/own'], folder)).toEqual([]);
});

test('a .dockerignore is not counted among the files, and may be named', async () => {
  const folder = project({ '.git/HEAD': '', Dockerfile: dockerfile, '.dockerignore': '.git\n.env\n' });
  const { stdout } = await run(['audit', '--format', 'json', '.'], { cwd: folder });
  expect(stdout).not.toContain(path.join(folder, '.dockerignore'));
  expect((JSON.parse(stdout) as { summary: { files: number } }).summary.files).toBe(1);
  const named = await run(['audit', '--format', 'json', '.dockerignore'], { cwd: folder });
  expect(named.stderr).toBe('');
});

test('--fix adds to no .dockerignore by itself', async () => {
  const folder = project({ '.git/HEAD': '', Dockerfile: dockerfile, '.dockerignore': 'a\n' });
  const { stdout } = await run(['audit', '--fix-dry-run', '.'], { cwd: folder });
  expect(stdout).not.toContain('.dockerignore\n+');
});
