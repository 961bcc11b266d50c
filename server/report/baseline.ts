import { t } from '../l10n';
import { fingerprintName } from './sarif';

/** What an earlier SARIF report has: fingerprints with the files they were found in. */
export class Baseline {
  /** Fingerprints by path relative to the repository. */
  readonly #byPath = new Map<string, Set<string>>();
  /** Fingerprints of files that are not there any more: they may have another name now. */
  readonly #moved = new Map<string, number>();

  /**
   * @param log the parsed report.
   * @param exists whether a file of the repository is still there.
   * @throws Error where it is no SARIF that Seaworthy wrote.
   */
  constructor(log: unknown, exists: (path: string) => boolean) {
    for (const { path, fingerprint, isSuppressed } of entriesOf(log)) {
      const key = keyOf(fingerprint, isSuppressed);
      if (!exists(path)) this.#moved.set(key, (this.#moved.get(key) ?? 0) + 1);
      else this.#byPath.set(path, (this.#byPath.get(path) ?? new Set()).add(key));
    }
  }

  /**
   * Whether the report has the finding; each of its entries stands for one finding only. One that a comment held back
   * then is new where the comment is gone.
   */
  takes(path: string, fingerprint: string, isSuppressed: boolean): boolean {
    return (isSuppressed ? [true, false] : [false]).some((wasSuppressed) =>
      this.#take(path, keyOf(fingerprint, wasSuppressed)),
    );
  }

  #take(path: string, key: string): boolean {
    if (this.#byPath.get(path)?.delete(key)) return true;
    const left = this.#moved.get(key) ?? 0;
    if (left > 0) this.#moved.set(key, left - 1);
    return left > 0;
  }
}

const keyOf = (fingerprint: string, isSuppressed: boolean): string =>
  isSuppressed ? `${fingerprint} suppressed` : fingerprint;

interface Entry {
  readonly path: string;
  readonly fingerprint: string;
  readonly isSuppressed: boolean;
}

function entriesOf(log: unknown): Entry[] {
  if (field(log, 'version') !== '2.1.0' || !Array.isArray(field(log, 'runs')))
    throw new Error(t`it is no SARIF 2.1.0 report`);
  const results = items(field(log, 'runs')).flatMap((run) => items(field(run, 'results')));
  const entries = results.flatMap((result): Entry[] => {
    const fingerprint = field(result, 'partialFingerprints', fingerprintName);
    const uri = field(items(field(result, 'locations'))[0], 'physicalLocation', 'artifactLocation', 'uri');
    if (typeof fingerprint !== 'string' || typeof uri !== 'string') return [];
    return [
      { path: decode(uri), fingerprint, isSuppressed: items(field(result, 'suppressions')).length > 0 },
    ];
  });
  if (entries.length === 0 && results.length > 0) throw new Error(t`its results are not from Seaworthy`);
  return entries;
}

function field(value: unknown, ...keys: readonly string[]): unknown {
  let at = value;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
