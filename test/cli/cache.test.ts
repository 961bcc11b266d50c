import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../rules/index';
import { LintCache } from '../../server/cli/cache';
import { type LintJob, lintFile, unpack } from '../../server/cli/lint-file';
import { cacheFolder } from '../../server/files/cache-folder';
import { hashOf } from '../../server/files/hash';
import { project, run } from './program';

const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  hostPID: true\n  containers:\n    - name: web\n      image: nginx\n`;

const job = (more: Partial<LintJob> = {}): LintJob => ({
  uri: 'file:///w/pod.yaml',
  languageId: undefined,
  text: pod('a'),
  settings: defaultSettings,
  ...more,
});

const open = (folder: string, program = 'one', manner = 'none'): LintCache =>
  new LintCache(folder, '/w', program, manner, 64_000_000);

const keyOf = (cache: LintCache, one: LintJob): string => cache.keyOf(one, hashOf(one.text));

/** A folder in which the lint of a file is kept. */
function filled(one = job()): string {
  const folder = path.join(project(), 'cache');
  const cache = open(folder);
  cache.store.add(lintFile(one, 'none'), keyOf(cache, one));
  cache.save();
  return folder;
}

const fileIn = (folder: string): string =>
  path.join(folder, readdirSync(folder).find((name) => name.endsWith('.audit')) ?? '');

const isKnown = (cache: LintCache, one: LintJob): boolean => cache.get(keyOf(cache, one)) !== undefined;

describe('what is kept of an audit', () => {
  it('is found again as it was', () => {
    const cache = open(filled());
    const linted = cache.get(keyOf(cache, job()));
    const made = lintFile(job(), 'none');
    expect(linted?.facts).toEqual(made.facts);
    expect(JSON.stringify(linted && unpack(linted.packed))).toBe(JSON.stringify(unpack(made.packed)));
    expect(linted && unpack(linted.packed).findings.map(({ rule }) => rule)).toContain('host-pid');
  });

  it.each([
    ['text', { text: pod('b') }],
    ['file', { uri: 'file:///w/other.yaml' }],
    ['settings', { settings: { ...defaultSettings, profile: 'all' as const } }],
    ['language', { languageId: 'yaml' }],
  ])('is not taken for another %s', (_, change) => {
    expect(isKnown(open(filled()), job(change))).toBe(false);
  });

  it('is not taken by another program, nor where other fixes are wanted', () => {
    const folder = filled();
    expect(isKnown(open(folder, 'two'), job())).toBe(false);
    expect(isKnown(open(folder, 'one', 'all'), job())).toBe(false);
    expect(isKnown(open(folder), job())).toBe(true);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -100)],
    ['garbage', () => 'garbage\nmore'],
    ['empty', () => ''],
    ['of broken rows', (text: string) => text.replaceAll('{', '[')],
    ['without its fields', (text: string) => text.replaceAll('\t', ' ')],
  ])('is made again where the file is %s', (_, change) => {
    const folder = filled();
    const file = fileIn(folder);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const cache = open(folder);
    expect(isKnown(cache, job())).toBe(false);
    cache.store.add(lintFile(job(), 'none'), keyOf(cache, job()));
    cache.save();
    expect(isKnown(open(folder), job())).toBe(true);
  });

  it('stays when another part of the project is audited', () => {
    const folder = filled();
    const other = job({ uri: 'file:///w/other.yaml' });
    const cache = open(folder);
    expect(isKnown(cache, other)).toBe(false);
    cache.store.add(lintFile(other, 'none'), keyOf(cache, other));
    cache.save();
    expect([job(), other].map((one) => isKnown(open(folder), one))).toEqual([true, true]);
  });

  it('is bounded: what is not used goes first, and so do projects that are not audited any more', () => {
    const folder = filled();
    const big = {
      kinds: '',
      facts: '{}',
      packed: JSON.stringify({ findings: [], suppressions: [], failures: ['x'.repeat(63_999_000)] }),
    };
    const cache = open(folder);
    expect(isKnown(cache, job({ uri: 'file:///w/none.yaml' }))).toBe(false);
    const other = job({ uri: 'file:///w/other.yaml' });
    cache.store.add(big, keyOf(cache, other));
    cache.store.add(big, keyOf(cache, job({ uri: 'file:///w/too-much.yaml' })));
    for (let index = 0; index < 40; index++) {
      const file = path.join(folder, `old${index}.audit`);
      writeFileSync(file, '');
      utimesSync(file, 1000 + index, 1000 + index);
    }
    const leftover = path.join(folder, 'x.audit.1.1.tmp');
    writeFileSync(leftover, '');
    utimesSync(leftover, 1000, 1000);
    cache.save();
    const after = open(folder);
    expect([other, job(), job({ uri: 'file:///w/too-much.yaml' })].map((one) => isKnown(after, one))).toEqual(
      [true, false, false],
    );
    expect(readdirSync(folder)).toHaveLength(30);
    expect(existsSync(leftover)).toBe(false);
  });

  it('is left where the folder cannot be made or written', () => {
    const file = path.join(project({ file: '' }), 'file');
    const cache = open(path.join(file, 'cache'));
    cache.store.add(lintFile(job(), 'none'), keyOf(cache, job()));
    expect(() => cache.save()).not.toThrow();
  });

  it('lies where the system keeps such files', () => {
    const env = { HOME: '/home/me' };
    expect(cacheFolder({ ...env, XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/x/seaworthy');
    expect(cacheFolder(env, 'linux')).toBe('/home/me/.cache/seaworthy');
    expect(cacheFolder({ ...env, XDG_CACHE_HOME: 'x' }, 'linux')).toBe('/home/me/.cache/seaworthy');
    expect(cacheFolder(env, 'darwin')).toBe('/home/me/Library/Caches/seaworthy');
    expect(cacheFolder({ ...env, LOCALAPPDATA: '/l' }, 'win32')).toBe('/l/seaworthy');
  });
});

describe('an audit of many files', () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`app/p${index}.yaml`, pod(`p${index}`)]),
  );
  const audit = (cwd: string, cache: string, ...args: string[]) =>
    run(['audit', '--format', 'json', ...args], { cwd, env: { XDG_CACHE_HOME: cache } });

  it('gives the same the second time, and sees what has changed', async () => {
    const cwd = project(files);
    const cache = project();
    const first = await audit(cwd, cache);
    expect(readdirSync(path.join(cache, 'seaworthy', 'audits'))).toHaveLength(1);
    expect(await audit(cwd, cache)).toEqual(first);
    expect(await audit(cwd, cache, '--no-cache')).toEqual(first);
    writeFileSync(path.join(cwd, 'app/p7.yaml'), pod('p7').replace('  hostPID: true\n', ''));
    const changed = await audit(cwd, cache);
    expect(changed).not.toEqual(first);
    expect(changed).toEqual(await audit(cwd, cache, '--no-cache'));
  });

  it('gives the same in two runs at once', async () => {
    const cwd = project(files);
    const cache = project();
    const runs = await Promise.all([audit(cwd, cache), audit(cwd, cache), audit(cwd, cache)]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(await audit(cwd, cache)).toEqual(runs[0]);
    expect(readdirSync(path.join(cache, 'seaworthy', 'audits'))).toHaveLength(1);
  });

  it('keeps nothing where it must not, or cannot', async () => {
    const cwd = project(files);
    const cache = project({ file: '' });
    const first = await audit(cwd, cache, '--no-cache');
    expect(existsSync(path.join(cache, 'seaworthy', 'audits'))).toBe(false);
    expect(await audit(cwd, path.join(cache, 'file'))).toEqual(first);
  });

  it('starts with compiled code of earlier runs, but not with that of another program or a broken one', async () => {
    const cwd = project(files);
    const cache = project();
    const first = await audit(cwd, cache);
    const code = path.join(cache, 'seaworthy', 'code');
    const [name = ''] = readdirSync(code);
    expect(await audit(cwd, cache)).toEqual(first);
    const whole = readFileSync(path.join(code, name));
    whole.fill(7, 5000, 6000);
    for (const broken of ['broken', whole]) {
      writeFileSync(path.join(code, name), broken);
      expect(await audit(cwd, cache)).toEqual(first);
      expect(await audit(cwd, cache)).toEqual(first);
    }
  });
});
