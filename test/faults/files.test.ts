import { type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  clean,
  found,
  only,
  privilegedPod,
  program,
  project,
  type Run,
  run,
  withWarning,
} from '../cli/program';

const start = (args: readonly string[], cwd: string): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, NO_COLOR: '1' } });

async function finish(child: ChildProcessWithoutNullStreams): Promise<Run> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const [code] = await once(child, 'close');
  return { code: Number(code), stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
}

const isTrace = (text: string): boolean => /^\s+at .+:\d+:\d+\)?$/m.test(text);

/** More findings than a pipe holds, so that the report waits for its reader in the middle. */
const many = (): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 700 }, (_, index) => [`${String(index).padStart(3, '0')}.yaml`, withWarning]),
  );

describe('while files are audited', () => {
  it.each([
    ['changes', (file: string) => writeFileSync(file, clean)],
    ['vanishes', (file: string) => unlinkSync(file)],
    [
      'turns into a folder',
      (file: string) => {
        unlinkSync(file);
        mkdirSync(file);
      },
    ],
    [
      'turns into a link to itself',
      (file: string) => {
        unlinkSync(file);
        symlinkSync(file, file);
      },
    ],
    ['grows to 100 MB', (file: string) => truncateSync(file, 100_000_000)],
    [
      'turns into a pipe that nobody writes to',
      (file: string) => {
        unlinkSync(file);
        execFileSync('mkfifo', [file]);
      },
    ],
  ])('one %s: that is said, and all others are reported', async (_, happen) => {
    const cwd = project({ ...many(), 'zzz.yaml': withWarning });
    const child = start(['audit', '.'], cwd);
    // Nothing is read yet, so the program stands still at the end of the pipe, far before the last file.
    await once(child.stdout, 'readable');
    happen(path.join(cwd, 'zzz.yaml'));
    const result = await finish(child);
    expect(result.stderr).toBe('zzz.yaml: error: Not audited: it was changed during the audit.\n');
    expect(found(result)).toHaveLength(700);
    expect(result.code).toBe(2);
  });

  it('a storm of changes loses no finding of files that stay', async () => {
    const cwd = project({ 'stays.yaml': withWarning });
    let round = 0;
    const storm = setInterval(() => {
      const file = path.join(cwd, `${round++ % 40}.yaml`);
      rmSync(file, { recursive: true, force: true });
      if (round % 3 === 0) mkdirSync(path.join(file, 'below'), { recursive: true });
      else if (round % 3 === 1) writeFileSync(file, privilegedPod.repeat(round % 7));
      else writeFileSync(`${file}.new`, withWarning);
      if (round % 3 === 2) renameSync(`${file}.new`, file);
    }, 1);
    try {
      for (let times = 0; times < 4; times++) {
        const result = await run(['audit', '.'], { cwd });
        expect(isTrace(result.stderr), result.stderr).toBe(false);
        expect(found(result)).toContain('stays.yaml [unknown-suppression]');
        expect([1, 2]).toContain(result.code);
      }
    } finally {
      clearInterval(storm);
    }
  });
});

describe('giants', () => {
  it('100 MB are left out with a word, in no time', async () => {
    const cwd = project({ 'a.yaml': '', 'z.yaml': withWarning });
    truncateSync(path.join(cwd, 'a.yaml'), 100_000_000);
    const result = await run(['audit', '.'], { cwd });
    expect(result.stderr).toBe('a.yaml: error: Not audited: it is larger than 10 MB.\n');
    expect(found(result)).toEqual(['z.yaml [unknown-suppression]']);
  });

  it.each(['pretty', 'json', 'sarif', 'github', 'junit'])(
    'a line of almost 10 MB is one finding, and short in %s',
    async (format) => {
      const line = `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "annotations": {"x": "${'x'.repeat(9_900_000)}"}}, "spec": {"containers": [{"name": "b", "image": "c:1", "securityContext": {"privileged": true}}]}}`;
      const cwd = project({ 'a.json': line, '.seaworthy.yaml': only('privileged-container') });
      const { code, stdout, stderr } = await run(['audit', '.', '--format', format], { cwd });
      expect(stderr).toBe('');
      expect(code).toBe(1);
      expect(stdout).toContain('privileged');
      if (format !== 'json' && format !== 'sarif') expect(stdout.length).toBeLessThan(5_000);
    },
    60_000,
  );
});

/** Two safe fixes, and a sign of more than one byte. */
const toFix = 'FROM a\n# é\nRUN apt-get install curl && apt-get install git\nUSER 7\n';
const fixed = toFix.replaceAll('install', 'install -y');
const config = { '.seaworthy.yaml': only('package-yes-missing') };
const dockerfiles = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.Dockerfile`, toFix]));

describe('fixes', () => {
  it('of four runs at once are whole, and nothing else is left', async () => {
    const files = dockerfiles(60);
    const cwd = project({ ...files, ...config });
    const results = await Promise.all([1, 2, 3, 4].map(() => run(['audit', '--fix', '.'], { cwd })));
    for (const { stderr, code } of results) {
      expect(
        stderr.replace(
          /^\d+\.Dockerfile: error: Not (?:fixed|audited): it was changed during the audit\.\n/gm,
          '',
        ),
      ).toBe('');
      expect([0, 1, 2]).toContain(code);
    }
    expect(readdirSync(cwd).sort()).toEqual([...Object.keys(files), '.seaworthy.yaml'].sort());
    for (const name of Object.keys(files)) expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(fixed);
  }, 60_000);

  it('that are killed in the middle leave each file as before or fixed', async () => {
    const files = dockerfiles(300);
    const cwd = project({ ...files, ...config });
    const texts = (): string[] =>
      Object.keys(files).map((name) => readFileSync(path.join(cwd, name), 'utf8'));
    const child = start(['audit', '--fix', '.'], cwd);
    const ended = finish(child);
    while (child.exitCode === null && !texts().includes(fixed)) await new Promise((go) => setTimeout(go, 1));
    child.kill('SIGKILL');
    await ended;
    const after = texts();
    expect(after).toContain(fixed);
    for (const text of after) expect([toFix, fixed]).toContain(text);
  }, 60_000);
});

/** Whether a small disk can be made: Linux, as root or with user namespaces. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

describe.skipIf(!canMount)('a full disk', () => {
  /** Runs a script in a folder of 64 kB that is full but for some bytes. */
  const onFullDisk = (script: string): Run => {
    const cwd = project({ 'disk/x': '' });
    const whole = `mount -t tmpfs -o size=64k tmpfs disk && cd disk && cat ../Dockerfile > Dockerfile && ${script}`;
    writeFileSync(path.join(cwd, 'Dockerfile'), `${toFix}# ${'x'.repeat(20_000)}\n`);
    writeFileSync(path.join(cwd, '.seaworthy.yaml'), config['.seaworthy.yaml']);
    const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', whole], {
      cwd,
      encoding: 'utf8',
    });
    return { code: status, stdout, stderr };
  };
  const fill = 'cat /dev/zero > full 2>/dev/null;';

  it('under --fix is said, and the file is as before, with nothing beside it', () => {
    const { code, stdout, stderr } = onFullDisk(
      `${fill} '${process.execPath}' '${program}' audit --fix Dockerfile; code=$?; cmp Dockerfile ../Dockerfile && ls -A; exit $code`,
    );
    expect(stderr).toBe('Dockerfile: error: Not fixed: no space is left on the device.\n');
    expect(code).toBe(2);
    expect(stdout.split('\n').slice(-3)).toEqual(['Dockerfile', 'full', '']);
  });

  it('under --output is said', () => {
    const { code, stderr } = onFullDisk(
      `${fill} '${process.execPath}' '${program}' audit --format json --output out.json Dockerfile`,
    );
    expect(stderr).toContain('out.json cannot be written: no space is left on the device.');
    expect(code).toBe(2);
  });

  it('where results wait costs nothing but memory', () => {
    const files = Object.fromEntries(
      Array.from({ length: 320 }, (_, index) => [`w/${index}.yaml`, privilegedPod]),
    );
    const cwd = project({ ...files, 'disk/x': '' });
    const audit = `'${process.execPath}' '${program}' audit --format json w`;
    const script = `mount -t tmpfs -o size=64k tmpfs disk && (${audit} --no-cache > plain; TMPDIR=disk ${audit} --no-cache > full; echo $?; XDG_CACHE_HOME=$PWD/disk ${audit} > cached; echo $?; cmp plain full; cmp plain cached; find disk -type f)`;
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('1\n1\n');
  });

  it('under the cache costs nothing but the cache', () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`w/${index}.yaml`, privilegedPod]),
    );
    const cwd = project({ ...files, 'disk/x': '' });
    const audit = `'${process.execPath}' '${program}' audit --format json w`;
    const script = `mount -t tmpfs -o size=32k tmpfs disk && (cat /dev/zero > disk/full 2>/dev/null; ${audit} --no-cache > plain; ${audit} > cached; echo $?; cmp plain cached; find disk/seaworthy -type f)`;
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: path.join(cwd, 'disk') },
    });
    expect(stderr).toBe('');
    expect(stdout).toBe('1\n');
  });
});
