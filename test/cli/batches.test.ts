import { expect, it } from 'vitest';
import { defaultSettings } from '../../rules/index';
import { type Batch, Batches, BatchMemory, batchSize } from '../../server/cli/batches';

const file = (name: string) => ({
  uri: `file:///w/${name}`,
  languageId: undefined,
  settings: defaultSettings,
});

const textsOf = ({ jobs, texts }: Batch): string[] =>
  jobs.map(({ start, length }) => Buffer.from(texts).toString('utf8', start, start + length));

/** Batches whose outcomes are the texts that were sent. */
function sending(): { batches: Batches<string>; sent: Batch[] } {
  const sent: Batch[] = [];
  const batches = new Batches<string>(new BatchMemory(), async (batch) => {
    sent.push(batch);
    await Promise.resolve();
    return textsOf(batch);
  });
  return { batches, sent };
}

it('each file gets its own outcome, from a batch that is full or asked for', async () => {
  const { batches, sent } = sending();
  const bytes = Buffer.alloc(8);
  const asked = Array.from({ length: batchSize + 3 }, (_, index) => {
    // The same memory again and again, as files are read.
    bytes.fill(0).write(`text ${index}`);
    return batches.add(file(`${index}`), undefined, bytes.subarray(0, bytes.indexOf(0)));
  });
  expect(sent.map(({ jobs }) => jobs.length)).toEqual([batchSize]);
  const outcomes = await Promise.all(asked.map((ask) => ask()));
  expect(outcomes).toEqual(asked.map((_, index) => `text ${index}`));
  expect(sent.map(({ jobs }) => jobs.length)).toEqual([batchSize, 3]);
});

it('a batch whose memory is full is sent, and a long text has memory of its own', async () => {
  const { batches, sent } = sending();
  const texts = ['a'.repeat(100_000), 'b'.repeat(50_000), 'c'.repeat(300_000), 'd'];
  const asked = texts.map((text, index) => batches.add(file(`${index}`), undefined, Buffer.from(text)));
  expect(await Promise.all(asked.map((ask) => ask()))).toEqual(texts);
  expect(sent.map(({ jobs }) => jobs.length)).toEqual([1, 1, 1, 1]);
});

it('memory is used again once its outcomes are there', async () => {
  const memory = new BatchMemory();
  const seen = new Set<SharedArrayBuffer>();
  const batches = new Batches<string>(memory, async (batch) => {
    seen.add(batch.texts);
    return textsOf(batch);
  });
  for (let index = 0; index < 20; index++) {
    const ask = batches.add(file(`${index}`), undefined, Buffer.from(`text ${index}`));
    expect(await ask()).toBe(`text ${index}`);
  }
  expect(seen.size).toBeLessThanOrEqual(2);
});
