import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks, runCheck } from './checks';
import { serverSequences } from './server';
import { type Sample, sampleFiles } from './texts';

const root = path.join(import.meta.dirname, '..', '..');
const files = sampleFiles(root);

/** Runs all checks of a file; says with which seed and file it fails. */
async function checkAll(sample: Sample, where: string): Promise<void> {
  for (const name of Object.keys(checks)) {
    try {
      await runCheck(name, sample);
    } catch (error) {
      const what = `${where}, ${name}, ${sample.name}: ${JSON.stringify(sample.text)}`;
      throw new Error(`${what}\n${error instanceof Error ? error.stack : error}`);
    }
  }
}

/** One that is always the same, so that a change is seen as one, and one that nobody has seen yet. */
const seeds = [1, Date.now() % 2 ** 31];

/** How long a seed's files are gone through; a long run is `npm run fuzz`. */
const milliseconds = 4_000;

describe.each(seeds)('with the seed %i', (seed) => {
  it('files of all kinds are read, linted, fixed and reported', async () => {
    const end = Date.now() + milliseconds;
    let count = 0;
    for (const sample of fc.sample(files, { seed, numRuns: 400 })) {
      if (Date.now() > end) break;
      await checkAll(sample, `seed ${seed}`);
      count += 1;
    }
    expect(count).toBeGreaterThan(5);
  }, 60_000);

  it('the server finds what a fresh one finds, whatever a client does', async () => {
    await fc.assert(serverSequences(files), { seed, numRuns: 100, interruptAfterTimeLimit: milliseconds });
  }, 60_000);
});

const corpus = path.join(import.meta.dirname, 'corpus');

describe('what once failed', () => {
  it.each(readdirSync(corpus))('%s', async (file) => {
    const name = file.replace(/^[^.]*\.(?=[A-Z])/, '');
    await checkAll({ name, text: readFileSync(path.join(corpus, file), 'utf8') }, 'corpus');
  });
});
