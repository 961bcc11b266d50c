import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { checks, runCheck } from './checks';
import { serverSequences } from './server';
import { shrink } from './shrink';
import { type Sample, sampleFiles } from './texts';

/** A long run: npm run fuzz -- --minutes 30 [--seed N] [--only rules,server]. Cases that fail land in artifacts/fuzz. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
  },
});

const root = process.cwd();
const folder = path.join(root, 'artifacts', 'fuzz');
mkdirSync(folder, { recursive: true });

/** What fails, told apart by its first line without numbers and quotes. */
const known = new Map<string, number>();

const kindOf = (name: string, error: unknown): string => {
  const [first = '', second = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `${name}: ${first
    .replace(/\d+/g, 'N')
    .replace(/`[^`]*`/g, '`…`')
    .slice(0, 160)} ${second.trim().slice(0, 100)}`;
};

async function kindOfFailure(name: string, sample: Sample): Promise<string | undefined> {
  try {
    await runCheck(name, sample);
    return undefined;
  } catch (error) {
    return kindOf(name, error);
  }
}

async function checkFile(name: string, sample: Sample): Promise<void> {
  const kind = await kindOfFailure(name, sample);
  if (kind === undefined) return;
  const times = known.get(kind) ?? 0;
  known.set(kind, times + 1);
  if (times > 0) return;
  const small = await shrink(sample, async (one) => (await kindOfFailure(name, one)) === kind);
  const file = path.join(folder, `${known.size}-${name}-${small.name}`);
  writeFileSync(file, small.text);
  console.log(`\n# ${kind}\n# ${path.relative(root, file)}\n${JSON.stringify(small.text)}`);
}

async function main(): Promise<void> {
  const end = Date.now() + Number(values.minutes) * 60_000;
  const wanted = values.only?.split(',');
  const names = Object.keys(checks).filter((name) => wanted?.includes(name) ?? true);
  const withServer = wanted?.includes('server') ?? true;
  const files = sampleFiles(root);
  const runs = { files: 0, checks: 0, sequences: 0 };
  let seed = Number(values.seed);
  console.log(`seed ${seed}`);
  while (Date.now() < end) {
    if (names.length > 0)
      for (const sample of fc.sample(files, { seed, numRuns: 50 })) {
        runs.files += 1;
        for (const name of names) {
          await checkFile(name, sample);
          runs.checks += 1;
        }
      }
    if (withServer) {
      try {
        await fc.assert(serverSequences(files), { seed, numRuns: 10, endOnFailure: false });
      } catch (error) {
        const cause = error instanceof Error ? error.cause : error;
        const kind = kindOf('server', cause);
        if (!known.has(kind))
          console.log(`\n# seed ${seed}\n${error}\n${cause instanceof Error ? cause.stack : cause}`);
        known.set(kind, (known.get(kind) ?? 0) + 1);
      }
      runs.sequences += 10;
    }
    seed = (seed + 1) | 0;
    if (seed % 100 === 0) console.log(new Date().toISOString(), JSON.stringify(runs), `${known.size} kinds`);
  }
  console.log(
    JSON.stringify(
      { minutes: Number(values.minutes), ...runs, failures: Object.fromEntries(known) },
      null,
      2,
    ),
  );
  process.exit(known.size === 0 ? 0 : 1);
}

void main();
