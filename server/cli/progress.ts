import { SingleBar } from 'cli-progress';
import { t } from '../l10n';

export interface Progress {
  /** One more is to be done. */
  found(): void;
  /** One more is done. */
  step(): void;
  stop(): void;
}

/** A bar on a terminal, drawn on standard error; nothing where nobody looks. */
export function progress(isWanted: boolean): Progress {
  if (!isWanted || !process.stderr.isTTY) return { found() {}, step() {}, stop() {} };
  const bar = new SingleBar({
    format: t`Auditing {bar} {value} of {total} files`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 8,
  });
  let total = 0;
  const found = (): void => {
    total += 1;
    if (total === 2) bar.start(total, 0);
    else if (total > 2) bar.setTotal(total);
  };
  return { found, step: () => bar.increment(), stop: () => total >= 2 && bar.stop() };
}
