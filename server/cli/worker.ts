import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../../rules/index';
import { speak } from '../l10n';
import { draftFile, type Linted, type LintJob, lintFile } from './lint-file';
import { type Answer, type Equipment, type Request, type SentJob, type WorkerData, workerMark } from './pool';
import { FileReporter } from './report-file';

export const isWorker = (): boolean =>
  !isMainThread && (workerData as Partial<WorkerData>)?.mark === workerMark;

/** Does what the pool asks for. */
export function serve(): void {
  const { wanted, isDrafting, style, translations } = workerData as Equipment;
  speak(translations);
  const reporter = new FileReporter(style);
  const known = new Map<number, Settings>();
  const lintOne = ({ uri, languageId, text, settings: number }: SentJob): Linted => {
    const settings = known.get(number);
    if (!settings) throw new Error(`The settings ${number} were not sent`);
    const job: LintJob = { uri, languageId, text, settings };
    return isDrafting ? draftFile(job, wanted, reporter) : lintFile(job, wanted);
  };
  parentPort?.on('message', ({ id, jobs, settings }: Request) => {
    for (const [number, one] of settings) known.set(number, one);
    parentPort?.postMessage({ id, results: jobs.map(lintOne) } satisfies Answer);
  });
}
