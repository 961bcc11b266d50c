import { type Change, type FileReport, type Finding, type Fix, lint, type Settings } from '../../rules/index';

/** Which fixes have to be worked out while the file is at hand. */
export type WantedFixes = 'none' | 'safe' | 'all';

export interface LintJob {
  readonly uri: string;
  readonly languageId: string | undefined;
  readonly text: string;
  readonly settings: Settings;
}

/** What the lint of a file has given, as plain data: it can be sent between threads and written to disk. */
export interface Linted {
  /** As JSON. */
  readonly facts: string;
  /** The rest as JSON, which takes less room than the objects; it may have to be read. */
  readonly packed: string | (() => string);
}

/** A finding whose fixes are worked out. */
export interface PlainFinding extends Omit<Finding, 'fixes'> {
  readonly fixes: readonly PlainFix[];
}

export interface PlainFix extends Omit<Fix, 'changes'> {
  readonly changes: readonly Change[];
}

type Rest = Pick<FileReport, 'suppressions' | 'failures'>;

export type Unpacked = Rest & Pick<FileReport, 'findings'>;

/** Lints a file and lets its tree go. */
export function lintFile({ uri, languageId, text, settings }: LintJob, wanted: WantedFixes): Linted {
  const report = lint({ uri, text, ...(languageId !== undefined && { languageId }) }, settings);
  const { facts, suppressions } = report;
  const failures = [...report.failures];
  const workedOut = (fix: Fix, rule: string): PlainFix[] => {
    try {
      return [plainFix(fix, wanted)];
    } catch (error) {
      failures.push({ rule, error: String(error) });
      return [];
    }
  };
  const findings = report.findings.map(
    (finding): PlainFinding => ({
      ...finding,
      fixes: finding.fixes.flatMap((fix) => workedOut(fix, finding.rule)),
    }),
  );
  return { facts: JSON.stringify(facts), packed: JSON.stringify({ findings, suppressions, failures }) };
}

export const isSafe = ({ safety }: Fix): boolean => safety === 'safe';

/** True for a fix that has to be worked out while the file is at hand. */
const isWanted = (fix: Fix, wanted: WantedFixes): boolean =>
  wanted === 'all' || (wanted === 'safe' && isSafe(fix));

/** Works a fix out, if that is wanted; throws what working it out throws. */
export const plainFix = (fix: Fix, wanted: WantedFixes): PlainFix => ({
  ...fix,
  changes: isWanted(fix, wanted) ? fix.changes() : [],
});

/** What was packed, as the linter gives it. */
export function unpack({ packed }: Pick<Linted, 'packed'>): Unpacked {
  const text = typeof packed === 'string' ? packed : packed();
  const { findings, ...rest } = JSON.parse(text) as Rest & { readonly findings: readonly PlainFinding[] };
  return { ...rest, findings: findings.map(revived) };
}

/** The finding as the linter gives it. */
export const revived = (finding: PlainFinding): Finding => ({
  ...finding,
  fixes: finding.fixes.map((fix) => ({ ...fix, changes: () => fix.changes })),
});
