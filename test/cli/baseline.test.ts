import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { found, only, privilegedPod, project, run } from './program';

const config = { '.seaworthy.yaml': only('privileged-container') };

/** A project with a baseline of how it is. */
async function withBaseline(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = project({ ...config, ...files });
  await run(['audit', '--format', 'sarif', '--output', 'base.sarif'], { cwd });
  return cwd;
}

const audit = (cwd: string, ...args: readonly string[]) =>
  run(['audit', '--baseline', 'base.sarif', ...args], { cwd });

async function states(cwd: string): Promise<(string | undefined)[]> {
  const { stdout } = await audit(cwd, '--format', 'sarif');
  return JSON.parse(stdout).runs[0].results.map(({ baselineState }: Result) => baselineState);
}

const other = privilegedPod.replace('name: one', 'name: two');

describe('--baseline', () => {
  it('counts nothing that is known', async () => {
    const cwd = await withBaseline({ 'a.yaml': privilegedPod });
    expect(await audit(cwd)).toEqual({
      code: 0,
      stdout: 'No findings in 1 file. 1 known from the baseline.\n',
      stderr: '',
    });
    expect(await states(cwd)).toEqual(['unchanged']);
  });

  it('tells what is new', async () => {
    const cwd = await withBaseline({ 'a.yaml': privilegedPod });
    writeFileSync(path.join(cwd, 'a.yaml'), `${other}---\n${privilegedPod}`);
    const result = await audit(cwd);
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/^a\.yaml:10:9: .*`two`/);
    expect(result.stdout).toContain('1 finding (1 error, 0 warnings, 0 info) in 1 of 1 file. 1 known');
    expect(await states(cwd)).toEqual(['new', 'unchanged']);
    const { stdout } = await audit(cwd, '--format', 'json');
    expect(JSON.parse(stdout).findings.map(({ baseline }: { baseline: string }) => baseline)).toEqual([
      'new',
      'unchanged',
    ]);
  });

  it('knows findings on lines that moved, in files with another name, and with other indentation', async () => {
    const cwd = await withBaseline({ 'a.yaml': privilegedPod, 'b.yaml': other });
    writeFileSync(
      path.join(cwd, 'a.yaml'),
      `# one\n# two\n${privilegedPod.replace('        privileged:', '        privileged:  ')}`,
    );
    renameSync(path.join(cwd, 'b.yaml'), path.join(cwd, 'c.yaml'));
    expect((await audit(cwd)).stdout).toBe('No findings in 2 files. 2 known from the baseline.\n');
  });

  it('is not fooled by a copy', async () => {
    const cwd = await withBaseline({ 'a.yaml': privilegedPod });
    writeFileSync(path.join(cwd, 'b.yaml'), privilegedPod);
    expect(found(await audit(cwd))).toEqual(['b.yaml [privileged-container]']);
  });

  it('counts a finding again whose comment is gone', async () => {
    const held = privilegedPod.replace(
      '        privileged',
      '        # seaworthy-ignore privileged-container: known\n        privileged',
    );
    const cwd = await withBaseline({ 'a.yaml': held });
    expect(await states(cwd)).toEqual(['unchanged']);
    writeFileSync(path.join(cwd, 'a.yaml'), privilegedPod);
    expect(found(await audit(cwd))).toEqual(['a.yaml [privileged-container]']);
  });

  it.each([
    ['{', 'cannot be used'],
    ['{"version": "1.0"}', 'it is no SARIF 2.1.0 report'],
    ['{"version": "2.1.0", "runs": [{"results": [{}]}]}', 'its results are not from Seaworthy'],
  ])('refuses what is no baseline: %s', async (text, said) => {
    const cwd = project({ ...config, 'base.sarif': text });
    const { code, stdout, stderr } = await audit(cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});
