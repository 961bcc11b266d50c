import { SingleBar } from 'cli-progress';
import { t } from '../l10n';

export interface Progress {
  step(): void;
  stop(): void;
}

/** A bar on a terminal, drawn on standard error; nothing where nobody looks. */
export function progress(total: number, isWanted: boolean): Progress {
  if (!isWanted || !process.stderr.isTTY || total < 2) return { step() {}, stop() {} };
  const bar = new SingleBar({
    format: t`Auditing {bar} {value} of {total} files`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 8,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
