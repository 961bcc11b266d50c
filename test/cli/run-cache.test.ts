import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunCache } from '../../server/cli/run-cache';
import { FileSystem } from '../../server/files/file-system';
import { Trace } from '../../server/files/trace';
import { only, privilegedPod, project, type Run, run } from './program';

const dockerfile = 'FROM alpine:3.20\nCOPY . /app\nRUN apk add curl\nUSER 7\n';

/** Enough files to be kept, in folders, with a Dockerfile and links. */
function manyFiles(): string {
  const pods = Array.from({ length: 40 }, (_, index) => [
    `app/p${index}.yaml`,
    privilegedPod.replace('name: a', `name: a${index}`),
  ]);
  const cwd = project({
    ...Object.fromEntries(pods),
    '.git/HEAD': '',
    'app/.gitignore': 'left-out.yaml\n',
    'app/left-out.yaml': privilegedPod,
    'charts/templates/t.yaml': privilegedPod,
    'image/Dockerfile': dockerfile,
    'known.sarif': '{"version": "2.1.0", "runs": []}',
    'other.txt': privilegedPod,
  });
  symlinkSync('../other.txt', path.join(cwd, 'app', 'linked.yaml'));
  return cwd;
}

interface Ground {
  readonly cwd: string;
  readonly cache: string;
}

const newGround = (): Ground => ({ cwd: manyFiles(), cache: project() });

const audit = ({ cwd, cache }: Ground, args: readonly string[] = [], env = {}): Promise<Run> =>
  run(['audit', ...args], { cwd, env: { XDG_CACHE_HOME: cache, ...env } });

const folderOf = ({ cache }: Ground): string => path.join(cache, 'seaworthy', 'runs');

const keptIn = (ground: Ground): string[] =>
  readdirSync(folderOf(ground)).map((name) => path.join(folderOf(ground), name));

/** Audits again, and tells whether the whole run was taken from what is kept: then it does not even look for files' results. */
async function again(
  ground: Ground,
  args: readonly string[] = [],
  env = {},
): Promise<Run & { isKnown: boolean }> {
  const results = path.join(ground.cache, 'seaworthy', 'audits');
  rmSync(results, { recursive: true, force: true });
  const result = await audit(ground, args, env);
  return { ...result, isKnown: !existsSync(results) };
}

describe('a whole audit that is made again', () => {
  it.each([
    ['pretty', '--quiet'],
    ['pretty', '--color'],
    ['json', '--color'],
    ['sarif', '--color'],
    ['github', '--color'],
    ['junit', '--color'],
  ])('writes the same in %s %s', async (format, more) => {
    const ground = newGround();
    writeFileSync(path.join(ground.cwd, 'app', 'broken.yaml'), Uint8Array.of(0xff, 0xfe, 0xff));
    const args = ['--format', format, ...(more === '--color' ? [] : [more])];
    const first = await audit(ground, args);
    expect(first.code).toBe(2);
    expect(first.stderr).toContain('broken.yaml');
    expect(await again(ground, args)).toEqual({ ...first, isKnown: true });
    expect(await audit(ground, [...args, '--no-cache'])).toEqual(first);
  });

  it('writes the file of --output again', async () => {
    const ground = newGround();
    const output = path.join(project(), 'report.json');
    const args = ['--format', 'json', '--output', output, '--fail-on', 'never'];
    const first = await audit(ground, args);
    const report = readFileSync(output, 'utf8');
    unlinkSync(output);
    expect(await again(ground, args)).toEqual({ ...first, isKnown: true });
    expect(readFileSync(output, 'utf8')).toBe(report);
  });

  const change =
    (name: string, text: string) =>
    (cwd: string): void =>
      writeFileSync(path.join(cwd, name), text);

  it.each<[string, (cwd: string) => void]>([
    ['a file has another text', change('app/p3.yaml', privilegedPod.replace('true', 'false'))],
    ['a file came', change('app/new.yaml', privilegedPod)],
    [
      'a file came in a new folder',
      (cwd) => {
        mkdirSync(path.join(cwd, 'new'));
        change('new/new.yaml', privilegedPod)(cwd);
      },
    ],
    ['a file went', (cwd) => unlinkSync(path.join(cwd, 'app', 'p3.yaml'))],
    [
      'a file has another name',
      (cwd) => renameSync(path.join(cwd, 'app', 'p3.yaml'), path.join(cwd, 'app', 'q3.yaml')),
    ],
    [
      'a file became a folder',
      (cwd) => {
        unlinkSync(path.join(cwd, 'app', 'p3.yaml'));
        mkdirSync(path.join(cwd, 'app', 'p3.yaml'));
      },
    ],
    ['the target of a link has another text', change('other.txt', 'kind: Pod\n')],
    [
      'a link leads out of the project',
      (cwd) => {
        const link = path.join(cwd, 'app', 'linked.yaml');
        unlinkSync(link);
        symlinkSync(path.join(project({ 'x.txt': privilegedPod }), 'x.txt'), link);
      },
    ],
    ['Git leaves out more', change('app/.gitignore', 'p1.yaml\n')],
    ['a .gitignore came', change('image/.gitignore', 'Dockerfile\n')],
    ['a .seaworthyignore came', change('.seaworthyignore', 'image\n')],
    ['a configuration came', change('.seaworthy.yaml', only('privileged-container'))],
    ['a configuration came below', change('app/.seaworthy.yaml', 'profile: all\n')],
    ['a .dockerignore came', change('image/.dockerignore', '.git\n')],
    ['a .dockerignore came above', change('.dockerignore', '.git\n*.pem\n')],
    ['a .dockerignore came for one file', change('image/Dockerfile.dockerignore', '.git\n')],
    ['templates are those of a chart', change('charts/Chart.yaml', 'name: x\n')],
    ['the repository begins elsewhere', (cwd) => mkdirSync(path.join(cwd, 'image', '.git'))],
  ])('sees that %s', async (_, happen) => {
    const ground = newGround();
    const first = await audit(ground, ['--profile', 'all']);
    happen(ground.cwd);
    const second = await again(ground, ['--profile', 'all']);
    expect(second).toEqual({ ...(await audit(ground, ['--profile', 'all', '--no-cache'])), isKnown: false });
    expect(await again(ground, ['--profile', 'all'])).toEqual({ ...second, isKnown: true });
    expect(first.code).toBe(1);
  });

  it('sees other configurations and baselines that are named', async () => {
    const ground = newGround();
    const config = path.join(project({ 'c.yaml': only('privileged-container') }), 'c.yaml');
    const args = ['--config', config, '--baseline', 'known.sarif'];
    const first = await audit(ground, args);
    expect((await again(ground, args)).isKnown).toBe(true);
    writeFileSync(config, only('latest-image'));
    const second = await again(ground, args);
    expect(second.isKnown).toBe(false);
    expect(second.stdout).not.toBe(first.stdout);
    await audit(ground, ['--config', config, '--format', 'sarif', '--output', 'known.sarif']);
    await audit(ground, args);
    expect((await again(ground, args)).stdout).toContain('No findings in');
  });

  it.each<[string, string[], Record<string, string>]>([
    ['profile', ['--profile', 'all'], {}],
    ['format', ['--format', 'github'], {}],
    ['length', ['--quiet'], {}],
    ['least severity', ['--fail-on', 'never'], {}],
    ['version of Kubernetes', ['--kubernetes-version', '1.20'], {}],
    ['folder', ['app'], {}],
    ['colour', [], { FORCE_COLOR: '1' }],
  ])('is not taken for another %s', async (_, args, env) => {
    const ground = newGround();
    await audit(ground);
    expect((await again(ground, args, env)).isKnown).toBe(false);
    expect((await again(ground, args, env)).isKnown).toBe(true);
    expect((await again(ground)).isKnown).toBe(true);
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['cut off', (bytes) => bytes.subarray(0, -200)],
    ['cut off at its beginning', (bytes) => bytes.subarray(200)],
    ['empty', () => Buffer.alloc(0)],
    ['garbage', () => Buffer.from('garbage '.repeat(100))],
    ['of another report', (bytes) => Buffer.concat([Buffer.from('x'), bytes.subarray(1)])],
    [
      'of another program',
      (bytes) => {
        const changed = Buffer.from(bytes);
        changed.write('x'.repeat(43), changed.length - 101);
        return changed;
      },
    ],
  ])('is made again where its file is %s', async (_, change) => {
    const ground = newGround();
    const first = await audit(ground);
    const [file = ''] = keptIn(ground);
    writeFileSync(file, change(readFileSync(file)));
    expect(await again(ground)).toEqual({ ...first, isKnown: false });
    expect(await again(ground)).toEqual({ ...first, isKnown: true });
  });

  it('is the same in several runs at once', async () => {
    const ground = newGround();
    const runs = await Promise.all([1, 2, 3, 4].map(() => audit(ground)));
    for (const one of runs) expect(one).toEqual(runs[0]);
    expect(await again(ground)).toEqual({ ...runs[0], isKnown: true });
    expect(keptIn(ground)).toHaveLength(1);
  });

  it.each([['--no-cache'], ['--fix-dry-run'], ['--fix'], ['-', '.']])(
    'is not kept with %s',
    async (...args) => {
      const ground = newGround();
      await run(['audit', ...args], {
        cwd: ground.cwd,
        env: { XDG_CACHE_HOME: ground.cache },
        input: privilegedPod,
      });
      expect(existsSync(folderOf(ground))).toBe(false);
    },
  );
});

describe('what is kept of runs', () => {
  const ending = { before: 'b', after: 'a', code: 1 };
  const keep = (folder: string, asked: string, report: Uint8Array): void => {
    const recorder = new RunCache(folder, asked, 'p'.repeat(43)).record();
    recorder?.add(report);
    recorder?.finish(ending, new Trace().end());
  };
  const isKept = (folder: string, asked: string): boolean =>
    new RunCache(folder, asked, 'p'.repeat(43)).find() !== undefined;

  it('is bounded', () => {
    const folder = project();
    for (let index = 0; index < 40; index++) keep(folder, String(index), Buffer.from('x'));
    expect(readdirSync(folder)).toHaveLength(30);
    keep(folder, 'too long', Buffer.alloc(160_000_001));
    expect(isKept(folder, 'too long')).toBe(false);
    expect(readdirSync(folder)).toHaveLength(30);
  });

  it('goes where the run did not come to its end', () => {
    const folder = project();
    const recorder = new RunCache(folder, 'a', 'p'.repeat(43)).record();
    recorder?.add(Buffer.from('x'));
    expect(isKept(folder, 'a')).toBe(false);
    recorder?.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is left where the folder cannot be made', () => {
    const file = path.join(project({ file: '' }), 'file');
    expect(new RunCache(path.join(file, 'runs'), 'a', 'p').record()).toBeUndefined();
  });
});

describe('a file system that is listened to', () => {
  it('does not ask for what a listing has told', () => {
    const folder = project({ 'a.yaml': 'a', '.gitignore': 'b' });
    const trace = new Trace();
    const disk = new FileSystem(trace.listener);
    disk.list(folder);
    expect(disk.exists(path.join(folder, '.git'))).toBe(false);
    expect(disk.read(path.join(folder, 'Dockerfile.dockerignore'))).toEqual({ kind: 'missing' });
    expect(disk.read(path.join(folder, '.gitignore'))).toMatchObject({ kind: 'text', text: 'b' });
    expect(trace.end().questions).toBe(`list ${folder}\0read ${path.join(folder, '.gitignore')}`);
  });
});
