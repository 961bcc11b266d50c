import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../rules/index';
import type { Batch } from '../../server/cli/batches';
import { KeptLint } from '../../server/cli/kept-lint';
import { type LintJob, lintFile } from '../../server/cli/lint-file';
import { temporaryStore } from '../../server/cli/lint-store';
import { died, Pool } from '../../server/cli/pool';
import { program, project, root, run } from './program';

const job = (index: number, text = `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}}\n`): LintJob => ({
  uri: `file:///w/p${index}.yaml`,
  languageId: undefined,
  text: `${text}spec: {hostPID: true, containers: [{name: a, image: b}]}\n`,
  settings: defaultSettings,
});

function batchOf(jobs: readonly LintJob[]): Batch {
  const texts = Buffer.from(new SharedArrayBuffer(100_000));
  let start = 0;
  const placed = jobs.map(({ uri, languageId, settings, text }) => {
    const length = texts.write(text, start);
    start += length;
    return { uri, languageId, settings, key: undefined, start: start - length, length };
  });
  return { jobs: placed, texts: texts.buffer as SharedArrayBuffer };
}

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function poolOf(file: string, size = 2): Pool {
  const pool = new Pool(file, size, {
    wanted: 'none',
    isDrafting: false,
    style: { format: 'pretty', isQuiet: false, isColored: false, version: '1', root: '/w' },
    translations: {},
  });
  pools.push(pool);
  return pool;
}

/** A worker that ends where a text holds the word `deadly`; else it answers as the program does. */
let mortal = '';
beforeAll(() => {
  mortal = path.join(path.dirname(program), 'mortal.js');
  mkdirSync(path.dirname(mortal), { recursive: true });
  writeFileSync(
    mortal,
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ jobs, texts }) => {
      const has = (word) => jobs.some(({ start, length }) => Buffer.from(texts, start, length).includes(word));
      if (has('deadly')) process.exit(1);
      if (has('hungry'))
        parentPort.postMessage = () => { throw new Error('no memory'); };
    });
    require('./cli.js');`,
  );
});

describe('threads that lint', () => {
  it('give what is given without them, in the order of the files', async () => {
    const jobs = Array.from({ length: 60 }, (_, index) => job(index));
    const pool = poolOf(program);
    const batches = await Promise.all(
      [0, 20, 40].map((at) => pool.lint(batchOf(jobs.slice(at, at + 20)), 'manifest')),
    );
    expect(batches.flat()).toEqual(jobs.map((one) => lintFile(one, 'none')));
  });

  it('write what they give to a file that they share', async () => {
    const jobs = Array.from({ length: 60 }, (_, index) => job(index));
    const store = temporaryStore();
    const pool = poolOf(program);
    pool.start(store.file);
    const batches = await Promise.all(
      [0, 20, 40].map((at) => pool.lint(batchOf(jobs.slice(at, at + 20)), 'manifest')),
    );
    const read = batches.flat().map((outcome) => {
      if (!(outcome instanceof KeptLint)) throw new Error('It was sent');
      const { kinds, facts, packed } = outcome;
      return { kinds, facts, packed };
    });
    expect(read).toEqual(jobs.map((one) => lintFile(one, 'none')));
  });

  it.each(['deadly', 'hungry'])('lose nothing but a %s file where one dies', async (word) => {
    const jobs = Array.from({ length: 20 }, (_, index) => job(index));
    jobs[7] = job(7, `# ${word}\n`);
    const pool = poolOf(mortal);
    const [first, second] = await Promise.all([
      pool.lint(batchOf(jobs.slice(0, 10)), 'manifest'),
      pool.lint(batchOf(jobs.slice(10)), 'manifest'),
    ]);
    const expected = jobs.map((one, index) => (index === 7 ? died : lintFile(one, 'none')));
    expect([...first, ...second]).toEqual(expected);
  });

  it('do all with one thread that dies again and again', async () => {
    const jobs = Array.from({ length: 12 }, (_, index) =>
      job(index, index % 4 === 0 ? '# deadly\n' : undefined),
    );
    const pool = poolOf(mortal, 1);
    const results = (await Promise.all(jobs.map((one) => pool.lint(batchOf([one]), 'manifest')))).flat();
    expect(results).toEqual(jobs.map((one, index) => (index % 4 === 0 ? died : lintFile(one, 'none'))));
  });

  it('do all, where few tasks are of many kinds, or many of one', async () => {
    const jobs = Array.from({ length: 40 }, (_, index) => job(index));
    const pool = poolOf(program);
    const some = jobs.map((one, index) =>
      pool.lint(batchOf([one]), index < 20 ? `kind ${index}` : 'manifest'),
    );
    const results = (await Promise.all(some)).flat();
    expect(results).toEqual(jobs.map((one) => lintFile(one, 'none')));
  });
});

describe('an audit in threads', () => {
  it('finds in samples and fixtures what is found without them', async () => {
    const cwd = project();
    for (const folder of ['samples', 'fixtures'])
      cpSync(path.join(root, 'test', folder), path.join(cwd, folder), { recursive: true });
    const cache = { XDG_CACHE_HOME: project() };
    const audit = (...paths: string[]) =>
      run(['audit', '--format', 'json', '--profile', 'all', ...paths], { cwd, env: cache });
    const threads = await audit('--no-cache', '.');
    const first = await audit('.');
    const again = await audit('.');
    const alone = await audit('--no-cache', '--threads', '1', '.');
    const inMemory = await run(['audit', '--format', 'json', '--profile', 'all', '--no-cache', '.'], {
      cwd,
      env: { ...cache, TMPDIR: '/none', TMP: '/none', TEMP: '/none' },
    });
    expect(threads.stdout.length).toBeGreaterThan(100_000);
    for (const other of [first, again, alone, inMemory]) expect(other.stdout === threads.stdout).toBe(true);
  }, 120_000);
});
