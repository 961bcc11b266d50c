import type { Finding, RuleAbout, Severity } from '../../rules/index';
import type { Lines, Range } from './lines';

/** A finding as reports show it. */
export interface Result {
  readonly finding: Finding;
  readonly rule: RuleAbout;
  readonly range: Range;
  /** Stays the same where lines move. */
  readonly fingerprint: string;
  /** Whether an earlier report has it; absent where there is none to compare with. */
  readonly baseline?: 'new' | 'unchanged';
}

/** A finding that a comment holds back. */
export interface SuppressedResult extends Result {
  readonly reason: string | undefined;
}

/** What is to be said of one file. */
export interface FileResults {
  readonly path: string;
  readonly findings: readonly Result[];
  readonly suppressed: readonly SuppressedResult[];
  /** The file's lines, read when they are asked for. */
  readonly lines: Lines;
}

/** Something that kept a file or a setting from being used. An error makes the program end with 2. */
export interface Problem {
  readonly path: string;
  readonly range?: Range;
  readonly message: string;
  readonly severity: Severity;
  /** True where it is about a setting, not about a file to audit. */
  readonly isConfiguration?: boolean;
}

/** Counts of what has been reported so far. */
export interface Tally {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
  /** Findings with a fix that is safe. */
  readonly fixable: number;
  /** Findings that the baseline has too; they are not among `findings`. */
  readonly known: number;
  /** Fixes that were made. */
  readonly fixed: number;
}

/** What formats ask about files. */
export interface Report {
  readonly version: string;
  /** The lines of any audited file. */
  lines(uri: string): Lines | undefined;
  /** The path of an audited file. */
  pathOf(uri: string): string;
  /** The path of a file as people would type it: relative to the working directory. */
  shown(path: string): string;
  /** The path relative to the root of the repository, with slashes; undefined where the file is outside. */
  inRepository(path: string): string | undefined;
}

/** What is known once all files have been gone through. */
export interface Ending {
  readonly tally: Tally;
  readonly problems: readonly Problem[];
}

/** What a format makes of a file. */
export interface FileText {
  /** Empty where there is nothing to say. */
  readonly text: string;
  /** What is to stand after all files. */
  readonly later: string;
}

/** Writes a report, file by file, so that nothing has to be kept and several can work at it. */
export interface Format {
  /** Between the texts of files. */
  readonly separator: string;
  head(report: Report): string;
  file(report: Report, file: FileResults): FileText;
  /** @param later what files have left to be said, those that have. */
  tail(report: Report, ending: Ending, later: readonly string[]): string;
}

/** The findings that an earlier report does not have. */
export const newOnes = (results: readonly Result[]): readonly Result[] =>
  results.filter(({ baseline }) => baseline !== 'unchanged');

export const total = ({ findings }: Tally): number => findings.error + findings.warning + findings.info;
