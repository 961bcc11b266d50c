import { type Change, type FileReport, type Finding, type Fix, lint, type Settings } from '../../rules/index';
import type { FileState } from '../files/local-files';
import { packDraft } from './draft';
import type { FileReporter } from './report-file';

/** Which fixes have to be worked out while the file is at hand. */
export type WantedFixes = 'none' | 'safe' | 'all';

/** A file to lint, but for its text. */
export interface FileJob {
  readonly uri: string;
  readonly languageId: string | undefined;
  readonly settings: Settings;
  /** The one that it was in when it was read, where that is to tell later whether it is still the same. */
  readonly state?: FileState | undefined;
}

export interface LintJob extends FileJob {
  readonly text: string;
}

/** What the lint of a file has given, as texts: they can be sent between threads, take less room than objects, and may wait on disk. */
export interface Linted {
  /** The kinds of its facts, with blanks between. */
  readonly kinds: string;
  /** As JSON. */
  readonly facts: string;
  /** What is found, or the draft of its report. */
  readonly packed: string;
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
export function lintFile(job: LintJob, wanted: WantedFixes): Linted {
  const report = lintOf(job);
  return { ...knownOf(report), packed: pack(plain(report, wanted)) };
}

/** Lints a file, and makes its part of the report while the text is at hand. */
export function draftFile(job: LintJob, wanted: WantedFixes, reporter: FileReporter): Linted {
  const report = lintOf(job);
  const known = knownOf(report);
  // Rules over the workspace find something only where they know something.
  const source = known.kinds === '' ? undefined : job.text;
  const hasComments = report.suppressions.length > 0;
  if (wanted === 'none' && !hasComments)
    return { ...known, packed: packDraft(reporter.tell(report), undefined, source) };
  const { findings, ...rest } = plain(report, wanted);
  const told = reporter.tell({ ...report, ...rest, findings: findings.map(revived) });
  // Comments may be about what rules over the workspace find.
  const unpacked = hasComments ? pack({ findings, ...rest }) : undefined;
  return { ...known, packed: packDraft(told, unpacked, source) };
}

const lintOf = ({ uri, languageId, text, settings }: LintJob): FileReport =>
  lint({ uri, languageId, text }, settings);

const knownOf = ({ facts }: FileReport): Pick<Linted, 'kinds' | 'facts'> => ({
  kinds: Object.keys(facts).join(' '),
  facts: JSON.stringify(facts),
});

type Plain = Rest & { readonly findings: readonly PlainFinding[] };

function plain(report: FileReport, wanted: WantedFixes): Plain {
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
  return { findings, suppressions: report.suppressions, failures };
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

const pack = ({ findings, suppressions, failures }: Plain): string =>
  JSON.stringify({ findings, suppressions, failures });

/** What was packed, as the linter gives it. */
export function unpack(packed: string): Unpacked {
  const { findings, ...rest } = JSON.parse(packed) as Plain;
  return { ...rest, findings: findings.map(revived) };
}

/** The finding as the linter gives it. */
export const revived = (finding: PlainFinding): Finding => ({
  ...finding,
  fixes: finding.fixes.map((fix) => ({ ...fix, changes: () => fix.changes })),
});
