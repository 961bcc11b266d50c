import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { only, privilegedPod, project, run } from './program';

const rule = 'package-yes-missing';
const config = { '.seaworthy.yaml': only(rule, 'privileged-container') };
const dockerfile = 'FROM a\nRUN apt-get install curl && apt-get install git\nUSER 7\n';
const fixed = 'FROM a\nRUN apt-get install -y curl && apt-get install -y git\nUSER 7\n';

const bytesOf = (folder: string, name = 'Dockerfile'): Buffer => readFileSync(path.join(folder, name));
const textOf = (folder: string, name = 'Dockerfile'): string => bytesOf(folder, name).toString();

describe('--fix', () => {
  it('makes all safe fixes and leaves those to be reviewed', async () => {
    const cwd = project({
      ...config,
      Dockerfile: dockerfile,
      'sub/Dockerfile': dockerfile,
      'a.yaml': privilegedPod,
    });
    const { code, stdout } = await run(['audit', '--fix'], { cwd });
    expect(code).toBe(1);
    expect(textOf(cwd)).toBe(fixed);
    expect(textOf(cwd, 'sub/Dockerfile')).toBe(fixed);
    expect(textOf(cwd, 'a.yaml')).toBe(privilegedPod);
    expect(stdout).toContain('4 fixes made. 1 finding (1 error, 0 warnings, 0 info) in 1 of 3 files.');
  });

  it('makes those to be reviewed too where it is told to', async () => {
    const cwd = project({ ...config, Dockerfile: dockerfile, 'a.yaml': privilegedPod });
    const { code, stdout } = await run(['audit', '--fix', '--fixes', 'all'], { cwd });
    expect(stdout).toBe('3 fixes made. No findings in 2 files.\n');
    expect(code).toBe(0);
    expect(textOf(cwd)).toBe(fixed);
    expect(textOf(cwd, 'a.yaml')).toBe(privilegedPod.replace('privileged: true', 'privileged: false'));
  });

  it('makes none that leaves a blank for a person', async () => {
    const text = 'FROM debian:13\nADD https://files.example.com/tool /tool\nUSER 7\n';
    const cwd = project({ '.seaworthy.yaml': only('add-without-checksum'), Dockerfile: text });
    const { stdout } = await run(['audit', '--fix', '--fixes', 'all'], { cwd });
    expect(stdout).toContain('fix Add --checksum (to be filled in)');
    expect(textOf(cwd)).toBe(text);
  });

  it('ends with 0 where nothing is left', async () => {
    const cwd = project({ ...config, Dockerfile: dockerfile });
    expect(await run(['audit', '--fix'], { cwd })).toMatchObject({
      code: 0,
      stdout: '2 fixes made. No findings in 1 file.\n',
    });
    expect(await run(['audit', '--fix'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'No findings in 1 file.\n',
    });
  });

  it('reports what is left in other formats too', async () => {
    const cwd = project({ ...config, Dockerfile: dockerfile, 'a.yaml': privilegedPod });
    const { summary, findings } = JSON.parse(
      (await run(['audit', '--fix', '--format', 'json'], { cwd })).stdout,
    );
    expect(summary).toMatchObject({ fixed: 2, findings: 1 });
    expect(findings[0]).toMatchObject({ rule: 'privileged-container', file: 'a.yaml' });
    expect(textOf(cwd)).toBe(fixed);
  });

  it('keeps Windows line ends', async () => {
    const cwd = project({ ...config, Dockerfile: dockerfile.replaceAll('\n', '\r\n') });
    await run(['audit', '--fix'], { cwd });
    expect(textOf(cwd)).toBe(fixed.replaceAll('\n', '\r\n'));
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('keeps the encoding: %s', async (_, encode) => {
    const cwd = project({ ...config, Dockerfile: encode(`# Grüße 🌊\n${dockerfile}`) });
    const before = await run(['audit', '--quiet'], { cwd });
    expect(before.stdout).toMatch(/^Dockerfile:3:13: warning: /);
    await run(['audit', '--fix'], { cwd });
    expect(bytesOf(cwd)).toEqual(encode(`# Grüße 🌊\n${fixed}`));
  });

  it('keeps the mode, leaves links as links and nothing else behind', async () => {
    const cwd = project({ ...config, 'real/build.txt': dockerfile });
    chmodSync(path.join(cwd, 'real/build.txt'), 0o640);
    symlinkSync('real/build.txt', path.join(cwd, 'Dockerfile'));
    await run(['audit', '--fix'], { cwd });
    expect(textOf(cwd, 'real/build.txt')).toBe(fixed);
    expect(statSync(path.join(cwd, 'real/build.txt')).mode & 0o777).toBe(0o640);
    expect(lstatSync(path.join(cwd, 'Dockerfile')).isSymbolicLink()).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['.seaworthy.yaml', 'Dockerfile', 'real']);
    expect(readdirSync(path.join(cwd, 'real'))).toEqual(['build.txt']);
  });

  it('says which file it cannot write, and counts it as it was', async () => {
    const cwd = project({ ...config, 'shut/Dockerfile': dockerfile, 'open/Dockerfile': dockerfile });
    for (const folder of ['shut', 'open'])
      chmodSync(path.join(cwd, folder), folder === 'shut' ? 0o555 : 0o777);
    chmodSync(cwd, 0o755);
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const { code, stdout, stderr } = await run(['audit', '--fix', '--quiet'], { cwd, ...uid });
    chmodSync(path.join(cwd, 'shut'), 0o755);
    expect(code).toBe(2);
    expect(stderr).toBe('shut/Dockerfile: error: Not fixed: permission denied.\n');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['shut/Dockerfile', 'shut/Dockerfile']);
    expect(textOf(cwd, 'shut/Dockerfile')).toBe(dockerfile);
    expect(textOf(cwd, 'open/Dockerfile')).toBe(fixed);
  });

  it('leaves findings alone that a comment holds back', async () => {
    const held = dockerfile.replace('RUN', `# seaworthy-ignore ${rule}: interactive on purpose\nRUN`);
    const cwd = project({ ...config, Dockerfile: held });
    expect((await run(['audit', '--fix'], { cwd })).code).toBe(0);
    expect(textOf(cwd)).toBe(held);
  });
});

describe('--fix-dry-run', () => {
  it('prints a diff that git takes, and writes nothing', async () => {
    const cwd = project({ ...config, 'a b/Dockerfile': dockerfile, 'a.yaml': privilegedPod });
    const { code, stdout } = await run(['audit', '--fix-dry-run'], { cwd });
    expect(code).toBe(1);
    expect(textOf(cwd, 'a b/Dockerfile')).toBe(dockerfile);
    expect(stdout).toContain('-RUN apt-get install curl && apt-get install git\n');
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    expect(textOf(cwd, 'a b/Dockerfile')).toBe(fixed);
  });

  it.each([
    ['Windows line ends', dockerfile.replaceAll('\n', '\r\n'), fixed.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${dockerfile}`, `\uFEFF${fixed}`],
    ['no line end at the end', dockerfile.trimEnd(), fixed.trimEnd()],
  ])('is exact with %s', async (_, before, after) => {
    const cwd = project({ ...config, Dockerfile: before });
    await run(['audit', '--fix-dry-run', '--output', 'fix.patch'], { cwd });
    execFileSync('git', ['apply', 'fix.patch'], { cwd });
    expect(textOf(cwd)).toBe(after);
  });

  it('prints nothing where there is nothing to do', async () => {
    const cwd = project({ ...config, Dockerfile: fixed });
    expect(await run(['audit', '--fix-dry-run'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('works on standard input', async () => {
    const cwd = project(config);
    const { code, stdout } = await run(['audit', '--fix-dry-run', '-', '--stdin-filename', 'Dockerfile'], {
      cwd,
      input: dockerfile,
    });
    expect(code).toBe(0);
    writeFileSync(path.join(cwd, 'Dockerfile'), dockerfile);
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    expect(textOf(cwd)).toBe(fixed);
  });
});
