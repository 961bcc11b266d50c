import { render, type Severity } from '../../rules/index';
import { printableLine } from './printable';
import type { Format, Problem, Report, Result } from './report';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which become annotations on the lines of a pull request. */
export const github: Format = {
  separator: '',
  tellsKnown: false,
  head: () => '',
  finding: (report, file, result) =>
    command(result.finding.severity, render(result.finding.message), {
      file: fileOf(report, file.path),
      ...place(result),
      title: result.finding.rule,
    }),
  suppressed: () => '',
  file: (_, { findings }) => ({ text: findings.join(''), later: '' }),
  tail: (report, { problems }) => problems.map((problem) => problemCommand(report, problem)).join(''),
};

const problemCommand = (report: Report, { path, message, severity, range }: Problem): string =>
  command(severity, message, {
    file: fileOf(report, path),
    ...(range && { line: range.start.line, col: range.start.column }),
    title: 'seaworthy',
  });

const fileOf = (report: Report, path: string): string => report.inRepository(path) ?? path;

/** Columns are understood only where the finding is on one line. */
function place({ range: { start, end } }: Result): Record<string, number> {
  return start.line === end.line
    ? { line: start.line, col: start.column, endColumn: Math.max(end.column, start.column + 1) }
    : { line: start.line, endLine: end.column === 1 ? end.line - 1 : end.line };
}

function command(severity: Severity, message: string, properties: Record<string, string | number>): string {
  const list = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(printableLine(String(value)))}`)
    .join(',');
  return `::${commands[severity]} ${list}::${escapeData(printableLine(message))}\n`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
