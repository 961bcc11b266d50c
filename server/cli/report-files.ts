import { t } from '../l10n';
import type { Audit, ReportJob } from './audit';
import { Batches } from './batches';
import { type Draft, joinDrafts, type ReportedFile, unpackDraft } from './draft';
import { batchSize, died, type Outcome, type Pool } from './pool';
import { type FileReporter, type Joined, type JoinJob, pathOf, problemOf } from './report-file';

import { ChangedMeanwhile } from './texts';

/** A file, and how to ask for what comes from the threads for it: nothing where there is nothing to join. */
interface Waiting {
  readonly job: ReportJob;
  coming(): Promise<Outcome<'join'> | undefined>;
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
  for (const job of audit.jobs()) {
    const joined = job.join && reporter.join(job.join, audit.texts);
    yield counted(audit, finished(job, joined, reporter));
  }
}

function counted(audit: Audit, file: ReportedFile): ReportedFile {
  audit.reported(file);
  return file;
}

async function* inThreads(audit: Audit, reporter: FileReporter, pool: Pool): AsyncGenerator<ReportedFile> {
  const batches = new Batches<JoinJob, Outcome<'join'>>((jobs) => pool.join(jobs));
  const open: Waiting[] = [];
  for (const job of audit.jobs()) {
    open.push({ job, coming: job.join ? batches.add(job.join) : async () => undefined });
    const oldest = open.length > pool.capacity * batchSize ? open.shift() : undefined;
    if (oldest) yield counted(audit, await made(oldest, reporter));
  }
  for (const one of open) yield counted(audit, await made(one, reporter));
}

async function made({ job, coming }: Waiting, reporter: FileReporter): Promise<ReportedFile> {
  const outcome = await coming();
  const joined = outcome === died ? job.join && reporter.join(job.join) : outcome;
  return finished(job, joined, reporter);
}

function finished(job: ReportJob, joined: Joined | undefined, reporter: FileReporter): ReportedFile {
  const isRepeatable = joined?.isRepeatable ?? true;
  const draft = draftOf(job, joined);
  if (!draft) {
    const problem = problemOf(pathOf(job.uri), t`Not audited: ${new ChangedMeanwhile(job.uri).message}.`);
    return { text: '', later: '', counts: undefined, problems: [problem], isRepeatable };
  }
  const { counts, problems } = draft;
  const parts = reporter.finish(job.uri, draft);
  return { ...parts, counts, problems: [...job.problems, ...problems], isRepeatable };
}

/** @returns undefined where the file is not any more what it was. */
function draftOf({ own, join }: ReportJob, joined: Joined | undefined): Draft | undefined {
  if (!joined) return own;
  if (joined.draft === undefined) return undefined;
  const draft = unpackDraft(joined.draft);
  return own && join?.unpacked === undefined ? joinDrafts(own, draft) : draft;
}
