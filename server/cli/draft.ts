import { byPlace, type Span, spanOf } from '../../rules/index';
import type { FileText, Problem, Tally } from '../report/report';

/** What one file adds to the tally. */
export type Counts = Omit<Tally, 'files' | 'filesWithFindings' | 'fixed'>;

export const sumOf = (one: Counts, other: Counts): Counts => ({
  findings: {
    error: one.findings.error + other.findings.error,
    warning: one.findings.warning + other.findings.warning,
    info: one.findings.info + other.findings.info,
  },
  suppressed: one.suppressed + other.suppressed,
  fixable: one.fixable + other.fixable,
  known: one.known + other.known,
});

/** The part of a file in the report, whole. */
export interface ReportedFile extends FileText {
  /** Undefined where the file is not any more what it was when it was linted. */
  readonly counts: Counts | undefined;
  readonly problems: readonly Problem[];
  /** False where it may be another one the next time, with nothing changed. */
  readonly isRepeatable: boolean;
}

/** What a format has made of a finding, and what decides on its place among others. */
export interface Piece {
  readonly span: Span;
  readonly rule: string;
  readonly text: string;
}

/**
 * The part of a file in the report, made while its text is at hand. What rules over the workspace find in the file has a draft
 * of its own, which joins the other in the end.
 */
export interface Draft {
  /** In order of place. */
  readonly findings: readonly Piece[];
  readonly suppressed: readonly string[];
  readonly counts: Counts;
  readonly problems: readonly Problem[];
  /** What the draft was made of, where comments in the file decide on what may join. */
  readonly unpacked?: string;
  /** The text of the file, where something may join. */
  readonly source?: string;
}

/** What stands before the texts, which need not be read to be copied. */
interface Head extends Omit<Draft, 'findings' | 'suppressed' | 'source'> {
  readonly findings: readonly (readonly [start: number, end: number, rule: string, length: number])[];
  readonly suppressed: readonly number[];
  readonly source?: number;
}

/** As one text, which can be sent between threads and written to disk. */
export function packDraft({ findings, suppressed, source, ...rest }: Draft): string {
  const head: Head = {
    ...rest,
    ...(source !== undefined && { source: source.length }),
    findings: findings.map(({ span, rule, text }) => [span.start, span.end, rule, text.length]),
    suppressed: suppressed.map(({ length }) => length),
  };
  const texts = findings.map(({ text }) => text).join('');
  return `${JSON.stringify(head)}\n${texts}${suppressed.join('')}${source ?? ''}`;
}

export function unpackDraft(packed: string): Draft {
  let at = packed.indexOf('\n') + 1;
  const { findings, suppressed, source, ...rest } = JSON.parse(packed.slice(0, at)) as Head;
  const next = (length: number): string => {
    at += length;
    return packed.slice(at - length, at);
  };
  return {
    ...rest,
    findings: findings.map(([start, end, rule, length]) => ({
      span: spanOf(start, end),
      rule,
      text: next(length),
    })),
    suppressed: suppressed.map(next),
    ...(source !== undefined && { source: next(source) }),
  };
}

/** Two drafts of one file. */
export function joinDrafts(one: Draft, other: Draft): Draft {
  return {
    findings: [...one.findings, ...other.findings].sort(byPlace),
    suppressed: [...one.suppressed, ...other.suppressed],
    counts: sumOf(one.counts, other.counts),
    problems: [...one.problems, ...other.problems],
  };
}
