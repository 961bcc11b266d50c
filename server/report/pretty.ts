import type pc from 'picocolors';
import { render, type Severity } from '../../rules/index';
import { excerpt } from './excerpt';
import { printableLine } from './printable';
import { type FileResults, type Format, newOnes, type Report, type Result, total } from './report';

type Colors = ReturnType<typeof pc.createColors>;

export interface PrettyOptions {
  readonly colors: Colors;
  /** Headlines only. */
  readonly isQuiet: boolean;
}

/** For people: a headline for each finding (which editors can read too), the line that it is about, and the fix. */
export const pretty = ({ colors, isQuiet }: PrettyOptions): Format =>
  function* (report) {
    for (const file of report.files()) {
      for (const result of newOnes(file.findings)) {
        yield `${headline(report, file, result, colors)}\n`;
        if (!isQuiet) yield `${details(report, file, result, colors)}\n`;
      }
    }
    if (!isQuiet) yield `${summary(report, colors)}\n`;
  };

const tint = (severity: Severity, colors: Colors): ((text: string) => string) =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan })[severity];

function headline(report: Report, file: FileResults, { finding, range }: Result, colors: Colors): string {
  const { line, column } = range.start;
  const place = colors.bold(`${printableLine(report.shown(file.path))}:${line}:${column}`);
  const severity = tint(finding.severity, colors)(finding.severity);
  return `${place}: ${severity}: ${printableLine(render(finding.message))} ${colors.dim(`[${finding.rule}]`)}`;
}

function details(report: Report, file: FileResults, result: Result, colors: Colors): string {
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
      `${gutter} ${colors.dim('see')} ${shownUri(report, uri)}:${at.line}:${at.column}: ${printableLine(render(message))}`,
    );
  }
  const [fix] = finding.fixes;
  if (fix) {
    const how = fix.safety === 'safe' ? 'safe' : 'to be reviewed';
    rows.push(
      `${gutter} ${colors.green('fix')} ${printableLine(render(fix.title))} ${colors.dim(`(${how})`)}`,
    );
  }
  return `${rows.join('\n')}\n`;
}

const shownUri = (report: Report, uri: string): string => printableLine(report.shown(report.pathOf(uri)));

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

function summary({ tally }: Report, colors: Colors): string {
  const { findings, files, filesWithFindings, fixable, suppressed, known, fixed } = tally;
  const count = total(tally);
  const audited = plural(files, 'file');
  const levels = [
    plural(findings.error, 'error'),
    plural(findings.warning, 'warning'),
    plural(findings.info, 'info', 'info'),
  ].join(', ');
  const parts =
    count === 0
      ? [colors.green(`No findings in ${audited}.`)]
      : [`${colors.bold(plural(count, 'finding'))} (${levels}) in ${filesWithFindings} of ${audited}.`];
  if (fixed > 0) parts.unshift(`${plural(fixed, 'fix', 'fixes')} made.`);
  if (fixable > 0) parts.push(`${fixable} can be fixed with --fix.`);
  if (known > 0) parts.push(`${known} known from the baseline.`);
  if (suppressed > 0) parts.push(`${suppressed} suppressed by comments.`);
  return parts.join(' ');
}
