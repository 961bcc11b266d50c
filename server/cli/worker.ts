import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../../rules/index';
import { lintFile } from './lint-file';
import { type Answer, type Request, workerMark } from './pool';

export const isWorker = (): boolean => !isMainThread && workerData === workerMark;

/** Lints what the pool asks for. */
export function serve(): void {
  const known = new Map<number, Settings>();
  parentPort?.on('message', ({ id, wanted, jobs, settings }: Request) => {
    for (const [number, own] of settings) known.set(number, own);
    const results = jobs.flatMap(({ settings: number, ...job }) => {
      const own = known.get(number);
      return own ? [lintFile({ ...job, settings: own }, wanted)] : [];
    });
    parentPort?.postMessage({ id, results } satisfies Answer);
  });
}
