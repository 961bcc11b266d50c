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

/** What is told of a file. */
export interface Told {
  /** In order of place. */
  readonly findings: readonly Piece[];
  readonly suppressed: readonly string[];
  readonly counts: Counts;
  readonly problems: readonly Problem[];
}

/**
 * The part of a file in the report, made while its text is at hand. What rules over the workspace find in the file is told in the
 * end, and joins what is told here.
 */
export interface Draft extends Told {
  /** What the draft was made of, where comments in the file decide on what may join. */
  readonly unpacked: string | undefined;
  /** The text of the file, where something may join. */
  readonly source: string | undefined;
}

/** What stands before the texts. */
interface Head extends Omit<Told, 'findings' | 'suppressed'> {
  /** For each finding its start, end, rule and the length of its text: one array is read faster than one for each. */
  readonly findings: readonly (number | string)[];
  /** The lengths of their texts. */
  readonly suppressed: readonly number[];
  readonly unpacked?: string | undefined;
  /** Its length. */
  readonly source?: number | undefined;
}

/** As one text, which can be sent between threads and written to disk. */
export function packDraft(
  { findings, suppressed, counts, problems }: Told,
  unpacked: Draft['unpacked'],
  source: Draft['source'],
): string {
  const places: (number | string)[] = [];
  let texts = '';
  for (const { span, rule, text } of findings) {
    places.push(span.start, span.end, rule, text.length);
    texts += text;
  }
  const head: Head = {
    findings: places,
    suppressed: suppressed.map(({ length }) => length),
    counts,
    problems,
    unpacked,
    source: source?.length,
  };
  return `${JSON.stringify(head)}\n${texts}${suppressed.join('')}${source ?? ''}`;
}

export function unpackDraft(packed: string): Draft {
  let at = packed.indexOf('\n') + 1;
  const head = JSON.parse(packed.slice(0, at)) as Head;
  const next = (length: number): string => {
    at += length;
    return packed.slice(at - length, at);
  };
  const findings: Piece[] = [];
  for (let index = 0; index < head.findings.length; index += 4) {
    const span = spanOf(head.findings[index] as number, head.findings[index + 1] as number);
    const text = next(head.findings[index + 3] as number);
    findings.push({ span, rule: head.findings[index + 2] as string, text });
  }
  return {
    findings,
    suppressed: head.suppressed.map(next),
    counts: head.counts,
    problems: head.problems,
    unpacked: head.unpacked,
    source: head.source === undefined ? undefined : next(head.source),
  };
}

/** All that is told of a file by two. */
export const both = (one: Told, other: Told): Told => ({
  findings: [...one.findings, ...other.findings].sort(byPlace),
  suppressed: [...one.suppressed, ...other.suppressed],
  counts: sumOf(one.counts, other.counts),
  problems: [...one.problems, ...other.problems],
});
