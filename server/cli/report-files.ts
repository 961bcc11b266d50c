import type { Audit } from './audit';
import { batchSize, died, type Outcome, type Pool } from './pool';
import type { FileReporter, ReportedFile, ReportJob } from './report-file';

/** Files in their order, and what comes from the threads for them. */
interface Batch {
  readonly jobs: readonly ReportJob[];
  readonly outcomes: Promise<readonly Outcome<'report'>[]>;
}

/** Makes the parts of all files in the report, in their order, in threads where they are running. The audit counts them. */
export async function* reportFiles(
  audit: Audit,
  reporter: FileReporter,
  pool: Pool | undefined,
): AsyncGenerator<ReportedFile> {
  // Others can only read what is on disk.
  const files =
    pool?.isRunning && audit.texts.areOnDisk ? inThreads(audit, reporter, pool) : here(audit, reporter);
  for await (const file of files) {
    audit.reported(file);
    yield file;
  }
}

function* here(audit: Audit, reporter: FileReporter): Generator<ReportedFile> {
  for (const job of audit.jobs()) yield reporter.make(job, audit.texts);
}

async function* inThreads(audit: Audit, reporter: FileReporter, pool: Pool): AsyncGenerator<ReportedFile> {
  const open: Batch[] = [];
  for (const jobs of batchesOf(audit.jobs())) {
    open.push({ jobs, outcomes: pool.report(jobs) });
    if (open.length >= pool.capacity) yield* made(open.shift(), reporter);
  }
  while (open.length > 0) yield* made(open.shift(), reporter);
}

async function* made(batch: Batch | undefined, reporter: FileReporter): AsyncGenerator<ReportedFile> {
  if (!batch) return;
  const outcomes = await batch.outcomes;
  for (const [index, job] of batch.jobs.entries()) {
    const outcome = outcomes[index] ?? died;
    yield outcome === died ? reporter.make(job) : outcome;
  }
}

function* batchesOf<Job>(jobs: Iterable<Job>): Generator<readonly Job[]> {
  let batch: Job[] = [];
  for (const job of jobs) {
    batch.push(job);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
