import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../../rules/index';
import { speak } from '../l10n';
import { draftFile, type Linted, type LintJob, lintFile } from './lint-file';
import { type Answer, type Equipment, type Request, type WorkerData, workerMark } from './pool';
import { FileReporter } from './report-file';

export const isWorker = (): boolean =>
  !isMainThread && (workerData as Partial<WorkerData>)?.mark === workerMark;

/** Does what the pool asks for. */
export function serve(): void {
  const { wanted, isDrafting, style, translations } = workerData as Equipment;
  speak(translations);
  const reporter = new FileReporter(style);
  const known = new Map<number, Settings>();
  const lintOne = (job: LintJob): Linted =>
    isDrafting ? draftFile(job, wanted, reporter) : lintFile(job, wanted);
  const results = (request: Request): Answer['results'] =>
    request.work === 'lint'
      ? request.jobs.map((job) => lintOne(withSettings(job, known)))
      : request.jobs.map((job) => reporter.make(withSettings(job, known)));
  parentPort?.on('message', (request: Request) => {
    for (const [number, settings] of request.settings) known.set(number, settings);
    parentPort?.postMessage({ id: request.id, results: results(request) } satisfies Answer);
  });
}

function withSettings<Job extends { readonly settings: number }>(
  job: Job,
  known: ReadonlyMap<number, Settings>,
): Omit<Job, 'settings'> & { readonly settings: Settings } {
  const settings = known.get(job.settings);
  if (!settings) throw new Error(`The settings ${job.settings} were not sent`);
  return { ...job, settings };
}
