import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../../rules/index';
import { speak } from '../l10n';
import { sent } from './kept-lint';
import { draftFile, type Linted, type LintJob, lintFile } from './lint-file';
import { type Answer, type Request, type SentJob, type WorkerData, workerMark } from './pool';
import { FileReporter } from './report-file';
import { RowWriter } from './rows';

export const isWorker = (): boolean =>
  !isMainThread && (workerData as Partial<WorkerData>)?.mark === workerMark;

/** Does what the pool asks for. */
export function serve(): void {
  const { wanted, isDrafting, style, translations, rows } = workerData as WorkerData;
  speak(translations);
  const reporter = new FileReporter(style);
  const writer = rows && new RowWriter(rows);
  const known = new Map<number, Settings>();
  const lintOne = (
    { uri, languageId, settings: number, key, start, length }: SentJob,
    texts: Buffer,
  ): Linted => {
    const settings = known.get(number);
    if (!settings) throw new Error(`The settings ${number} were not sent`);
    const text = texts.toString('utf8', start, start + length);
    const job: LintJob = { uri, languageId, text, settings };
    const linted = isDrafting ? draftFile(job, wanted, reporter) : lintFile(job, wanted);
    return writer?.add(linted, key) ?? linted;
  };
  parentPort?.on('message', ({ id, jobs, texts, settings }: Request) => {
    for (const [number, one] of settings) known.set(number, one);
    const bytes = Buffer.from(texts);
    const results = jobs.map((job) => lintOne(job, bytes));
    writer?.flush();
    parentPort?.postMessage({ id, results: results.map(sent) } satisfies Answer);
  });
}
