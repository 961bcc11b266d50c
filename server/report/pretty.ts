import type pc from 'picocolors';
import { type Safety, type Severity, severities } from '../../rules/index';
import { shown, t } from '../l10n';
import { excerpt } from './excerpt';
import { printableLine } from './printable';
import { type Ending, type FileAtHand, type Format, type Report, type Result, total } from './report';

type Colors = ReturnType<typeof pc.createColors>;

export interface PrettyOptions {
  readonly colors: Colors;
  /** Headlines only. */
  readonly isQuiet: boolean;
}

/** For people: a headline for each finding (which editors can read too), the line that it is about, and the fix. */
export const pretty = ({ colors, isQuiet }: PrettyOptions): Format => ({
  separator: '',
  tellsKnown: false,
  head: () => '',
  finding(report, file, result) {
    const first = `${headline(printableLine(report.shown(file.path)), result, colors)}\n`;
    return isQuiet ? first : `${first}${details(report, file, result, colors)}\n`;
  },
  suppressed: () => '',
  file: (_, { findings }) => ({ text: findings.join(''), later: '' }),
  tail: (_, ending) => (isQuiet ? '' : `${summary(ending, colors)}\n`),
});

const tint = (severity: Severity, colors: Colors): ((text: string) => string) =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan })[severity];

function headline(name: string, { finding, range }: Result, colors: Colors): string {
  const { line, column } = range.start;
  const place = colors.bold(`${name}:${line}:${column}`);
  const severity = tint(finding.severity, colors)(finding.severity);
  return `${place}: ${severity}: ${printableLine(shown(finding.message))} ${colors.dim(`[${finding.rule}]`)}`;
}

const safeties: Readonly<Record<Safety, () => string>> = {
  safe: () => t`safe`,
  review: () => t`to be reviewed`,
  'fill-in': () => t`to be filled in`,
};

function details(report: Report, file: FileAtHand, result: Result, colors: Colors): string {
  const { finding, rule, range } = result;
  const { line, marks } = excerpt(file.lines, range, rule.topic === 'D8');
  const number = String(range.start.line).padStart(5);
  const gutter = ' '.repeat(number.length);
  const bar = colors.dim('|');
  const rows = [
    `${colors.dim(number)} ${bar} ${line}`,
    `${gutter} ${bar} ${tint(finding.severity, colors)(marks)}`,
  ];
  for (const { uri, span, message } of finding.related) {
    const lines = report.lines(uri);
    if (!lines) continue;
    const at = lines.position(span.start);
    rows.push(
      `${gutter} ${colors.dim(t`see`)} ${shownUri(report, uri)}:${at.line}:${at.column}: ${printableLine(shown(message))}`,
    );
  }
  const [fix] = finding.fixes;
  if (fix) {
    const how = safeties[fix.safety]();
    rows.push(
      `${gutter} ${colors.green(t`fix`)} ${printableLine(shown(fix.title))} ${colors.dim(`(${how})`)}`,
    );
  }
  return `${rows.join('\n')}\n`;
}

const shownUri = (report: Report, uri: string): string => printableLine(report.shown(report.pathOf(uri)));

const counted = {
  file: (count: number) => (count === 1 ? t`1 file` : t`${count} files`),
  finding: (count: number) => (count === 1 ? t`1 finding` : t`${count} findings`),
  error: (count: number) => (count === 1 ? t`1 error` : t`${count} errors`),
  warning: (count: number) => (count === 1 ? t`1 warning` : t`${count} warnings`),
  info: (count: number) => t`${count} info`,
};

function summary({ tally }: Ending, colors: Colors): string {
  const { findings, files, filesWithFindings, fixable, suppressed, known, fixed } = tally;
  const count = total(tally);
  const audited = counted.file(files);
  const levels = severities.map((severity) => counted[severity](findings[severity])).join(', ');
  const parts =
    count === 0
      ? [colors.green(t`No findings in ${audited}.`)]
      : [t`${colors.bold(counted.finding(count))} (${levels}) in ${filesWithFindings} of ${audited}.`];
  if (fixed > 0) parts.unshift(fixed === 1 ? t`1 fix made.` : t`${fixed} fixes made.`);
  if (fixable > 0) parts.push(t`${fixable} can be fixed with --fix.`);
  if (known > 0) parts.push(t`${known} known from the baseline.`);
  if (suppressed > 0) parts.push(t`${suppressed} suppressed by comments.`);
  return parts.join(' ');
}
