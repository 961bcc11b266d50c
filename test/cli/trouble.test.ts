import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clean, found, project, run, withWarning } from './program';

/** A folder with one finding and something that cannot be read. */
const folder = (files: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  project({ 'z.yaml': withWarning, ...files });

/** Audits the folder: what is wrong is said, the finding of `z.yaml` is there all the same. */
async function expectSaid(
  cwd: string,
  said: readonly string[],
  args: readonly string[] = ['.'],
): Promise<void> {
  const result = await run(['audit', ...args], { cwd });
  expect(result.stderr).toBe(said.map((line) => `${line}\n`).join(''));
  expect(found(result)).toEqual(['z.yaml [unknown-suppression]']);
  expect(result.code).toBe(2);
}

describe('what cannot be read is said, and all else is audited', () => {
  it('a file that does not exist', () =>
    expectSaid(folder(), ['none.yaml: error: Not audited: it does not exist.'], ['none.yaml', '.']));

  it('text that is no UTF-8', () =>
    expectSaid(folder({ 'a.yaml': Uint8Array.of(0x61, 0x3a, 0x20, 0xff, 0xfe) }), [
      'a.yaml: error: Not audited: it is not valid UTF-8 text.',
    ]));

  it('NUL bytes', () =>
    expectSaid(folder({ Dockerfile: 'FROM a\0b\n' }), [
      'Dockerfile: error: Not audited: it holds NUL bytes, so it is no text.',
    ]));

  it('UTF-16 that is broken', () =>
    expectSaid(folder({ 'a.yaml': Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00) }), [
      'a.yaml: error: Not audited: it is not valid UTF-16 text.',
    ]));

  it('a file that is too large', async () => {
    const cwd = folder({ 'a.json': '{' });
    truncateSync(path.join(cwd, 'a.json'), 10_000_001);
    await expectSaid(cwd, ['a.json: error: Not audited: it is larger than 10 MB.']);
  });

  it('a pipe', async () => {
    const cwd = folder();
    execFileSync('mkfifo', [path.join(cwd, 'a.yaml')]);
    await expectSaid(cwd, ['a.yaml: error: Not audited: it is no regular file.']);
    await expectSaid(cwd, ['a.yaml: error: Not audited: it is no regular file.'], ['a.yaml', 'z.yaml']);
  });

  it('a device', () =>
    expectSaid(folder(), ['../../dev/null: error: Not audited: it is no regular file.'], ['/dev/null', '.']));

  it('links that lead round in a circle, or nowhere', async () => {
    const cwd = folder();
    symlinkSync('b.yaml', path.join(cwd, 'a.yaml'));
    symlinkSync('a.yaml', path.join(cwd, 'b.yaml'));
    symlinkSync('none.yaml', path.join(cwd, 'c.yaml'));
    await expectSaid(cwd, [
      'a.yaml: error: Not audited: its links lead round in a circle.',
      'b.yaml: error: Not audited: its links lead round in a circle.',
      'c.yaml: error: Not audited: it is a link that leads nowhere.',
    ]);
  });

  it('a folder in the place of a file', async () => {
    const cwd = folder({ 'Dockerfile/a.yaml': clean });
    await expect(run(['audit'], { cwd })).resolves.toMatchObject({ code: 1, stderr: '' });
  });

  it('a configuration that is a folder', async () => {
    const cwd = folder();
    mkdirSync(path.join(cwd, '.seaworthy.yaml'));
    await expectSaid(cwd, ['.seaworthy.yaml: error: Not used: it is a folder. [configuration]']);
  });

  // Root may read everything, so the program is run as another user; where it is not root, the mode is enough.
  it('files and folders without permission', async () => {
    const cwd = folder({ 'a.yaml': clean, 'closed/b.yaml': clean });
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, 'z.yaml'), 0o644);
    chmodSync(path.join(cwd, 'a.yaml'), 0);
    chmodSync(path.join(cwd, 'closed'), 0);
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const result = await run(['audit'], { cwd, ...uid });
    chmodSync(path.join(cwd, 'closed'), 0o755);
    expect(result.stderr).toBe(
      'closed: error: Not audited: permission denied.\na.yaml: error: Not audited: permission denied.\n',
    );
    expect(found(result)).toEqual(['z.yaml [unknown-suppression]']);
    expect(result.code).toBe(2);
  });

  it('is part of every report', async () => {
    const cwd = folder({ 'a.yaml': Uint8Array.of(0xff) });
    const json = JSON.parse((await run(['audit', '--format', 'json'], { cwd })).stdout);
    expect(json.errors).toEqual([
      { file: 'a.yaml', message: 'Not audited: it is not valid UTF-8 text.', severity: 'error' },
    ]);
    const github = await run(['audit', '--format', 'github'], { cwd });
    expect(github.stdout).toContain(
      '::error file=a.yaml,title=seaworthy::Not audited: it is not valid UTF-8 text.\n',
    );
  });
});

describe('odd input does no harm', () => {
  it('names with blanks, quotes, line breaks and percent signs', async () => {
    const names = ['a b.yaml', 'it\'s "x".yaml', '100%25.yaml', 'ü#?.yaml', 'line\nbreak.yaml'];
    const cwd = project(Object.fromEntries(names.map((name) => [name, withWarning])));
    const { code, stdout } = await run(['audit', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const files: string[] = JSON.parse(stdout).findings.map(({ file }: { file: string }) => file);
    expect(files.sort()).toEqual([...names].sort());
  });

  it('a name that looks like an option', async () => {
    const cwd = project({ '--fix.yaml': withWarning });
    expect(found(await run(['audit', '--', '--fix.yaml'], { cwd }))).toEqual([
      '--fix.yaml [unknown-suppression]',
    ]);
  });

  it('a reader that stops reading', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}.yaml`, withWarning]),
    );
    const cwd = project(many);
    const { program } = await import('./program');
    const first = execFileSync('sh', ['-c', `'${process.execPath}' '${program}' audit . 2>&1 | head -n 1`], {
      cwd,
    });
    expect(first.toString()).toMatch(/^0\.yaml:1:25: warning: .*\n$/);
  });

  it('documents that alias themselves over and over', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `l${at}: &l${at} [${`*l${at - 1},`.repeat(9)}]`,
    ).slice(1);
    const bomb = `apiVersion: v1\nkind: ConfigMap\nl0: &l0 [a, b]\n${levels.join('\n')}\n`;
    const result = await run(['audit'], { cwd: project({ 'a.yaml': bomb }) });
    expect(result.code).toBeLessThan(2);
  });

  it('an empty file, a comment alone, only marks of documents', async () => {
    const cwd = project({
      'a.yaml': '',
      'b.yaml': '# x',
      'c.yaml': '---\n---\n...\n',
      'd.json': '\n',
      'e.yaml': '\uFEFF',
    });
    expect(await run(['audit'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('thousands of documents in one file', async () => {
    const cwd = project();
    writeFileSync(path.join(cwd, 'a.yaml'), `${clean}---\n`.repeat(3000));
    expect(await run(['audit'], { cwd })).toMatchObject({ code: 0, stdout: 'No findings in 1 file.\n' });
  });
});
