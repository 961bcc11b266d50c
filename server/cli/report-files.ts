import type { Audit } from './audit';
import { Batches } from './batches';
import type { ReportedFile } from './draft';
import { died, type Outcome, type Pool } from './pool';
import type { FileReporter, ReportJob } from './report-file';

/** A file, and how to ask for what comes from the threads for it. */
interface Waiting {
  readonly job: ReportJob;
  coming(): Promise<Outcome<'report'> | undefined>;
}

/** Makes the parts of all files in the report, in their order, in threads where they are running. The audit counts them. */
export async function* reportFiles(
  audit: Audit,
  reporter: FileReporter,
  pool: Pool | undefined,
): AsyncGenerator<ReportedFile> {
  // Others can only read what is on disk.
  if (pool?.isRunning && audit.texts.areOnDisk) yield* inThreads(audit, reporter, pool);
  else yield* reportHere(audit, reporter);
}

export function* reportHere(audit: Audit, reporter: FileReporter): Generator<ReportedFile> {
  for (const job of audit.jobs()) yield counted(audit, reporter.make(job, audit.texts));
}

async function* inThreads(audit: Audit, reporter: FileReporter, pool: Pool): AsyncGenerator<ReportedFile> {
  const batches = new Batches<ReportJob, Outcome<'report'>>((jobs) => pool.report(jobs));
  const open: Waiting[] = [];
  for (const job of audit.jobs()) {
    open.push({ job, coming: batches.add(job) });
    const oldest = open.length > pool.capacity ? open.shift() : undefined;
    if (oldest) yield counted(audit, await made(oldest, reporter));
  }
  for (const one of open) yield counted(audit, await made(one, reporter));
}

async function made({ job, coming }: Waiting, reporter: FileReporter): Promise<ReportedFile> {
  const outcome = (await coming()) ?? died;
  return outcome === died ? reporter.make(job) : outcome;
}

function counted(audit: Audit, file: ReportedFile): ReportedFile {
  audit.reported(file);
  return file;
}
