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
  readonly baseline?: 'new' | 'unchanged' | undefined;
}

/** A finding that a comment holds back. */
export interface SuppressedResult extends Result {
  readonly reason: string | undefined;
}

/** The file that a finding stands in, while its text is at hand. */
export interface FileAtHand {
  readonly path: string;
  readonly lines: Lines;
}

/** What a format has made of the findings of one file, in the order of their places. */
export interface FilePieces {
  readonly path: string;
  readonly findings: readonly string[];
  readonly suppressed: readonly string[];
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

/** Writes a report, finding by finding and file by file, so that nothing has to be kept and several can work at it. */
export interface Format {
  /** Between the texts of files. */
  readonly separator: string;
  /** Whether findings are told that an earlier report has too. */
  readonly tellsKnown: boolean;
  head(report: Report): string;
  finding(report: Report, file: FileAtHand, result: Result): string;
  suppressed(report: Report, file: FileAtHand, result: SuppressedResult): string;
  file(report: Report, pieces: FilePieces): FileText;
  /** @param later what files have left to be said, those that have. */
  tail(report: Report, ending: Ending, later: readonly string[]): string;
}

export const total = ({ findings }: Pick<Tally, 'findings'>): number =>
  findings.error + findings.warning + findings.info;
