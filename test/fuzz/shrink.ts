import type { Sample } from './texts';

/** The smallest file that still fails so, found by leaving out lines, then characters. */
export async function shrink(sample: Sample, fails: (sample: Sample) => Promise<boolean>): Promise<Sample> {
  let { text } = sample;
  for (const split of [/(?<=\n)/, /(?=\s)/, ''] as const) {
    const parts = text.length > 4000 && split === '' ? [text] : text.split(split);
    text = (await withoutParts(parts, (left) => fails({ ...sample, text: left.join('') }))).join('');
  }
  return { ...sample, text };
}

/** Leaves out ever smaller runs of parts while the rest still fails. */
async function withoutParts(
  parts: readonly string[],
  fails: (left: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  let left = parts;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length; ) {
      const fewer = left.toSpliced(at, size);
      if (await fails(fewer)) left = fewer;
      else at += size;
    }
  }
  return left;
}
