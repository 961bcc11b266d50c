import { render } from '../../rules/index';
import { printable, printableLine } from './printable';
import type { FilePieces, Format, Problem, Report, Result } from './report';

/** JUnit's XML as build servers read it: a suite for each file, a failed test for each finding. */
export const junit: Format = {
  separator: '',
  tellsKnown: false,
  head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="seaworthy">\n',
  finding: (report, { path }, result) => failure(report.shown(path), result),
  suppressed: (report, { path }, result) =>
    `${testcase(report.shown(path), result)}<skipped${attributes({ message: result.reason ?? 'suppressed by a comment' })}/></testcase>`,
  file: (report, pieces) => ({ text: suite(report, pieces), later: '' }),
  tail: (report, { problems }) =>
    `${problems.map((problem) => problemSuite(report, problem)).join('')}</testsuites>\n`,
};

function problemSuite(report: Report, { path, message }: Problem): string {
  const name = report.shown(path);
  const counts = { tests: 1, failures: 0, errors: 1, skipped: 0 };
  const test = `<testcase${attributes({ name: 'readable', classname: name })}><error${attributes({ message })}/></testcase>`;
  return `<testsuite${attributes({ name, ...counts })}>\n${test}\n</testsuite>\n`;
}

function suite(report: Report, { path, findings, suppressed }: FilePieces): string {
  const name = report.shown(path);
  const tests = [...findings, ...suppressed];
  if (tests.length === 0) tests.push(`<testcase${attributes({ name: 'no findings', classname: name })}/>`);
  const counts = { tests: tests.length, failures: findings.length, errors: 0, skipped: suppressed.length };
  return `<testsuite${attributes({ name, ...counts })}>\n${tests.join('\n')}\n</testsuite>\n`;
}

function testcase(classname: string, { finding, range }: Result): string {
  const { line, column } = range.start;
  return `<testcase${attributes({ name: `${finding.rule} at ${line}:${column}`, classname, file: classname, line })}>`;
}

function failure(name: string, result: Result): string {
  const { finding, rule, range } = result;
  const message = render(finding.message);
  const place = `${name}:${range.start.line}:${range.start.column}`;
  const body = escapeXml(`${printableLine(`${place}: ${message}`)}\n${rule.why}\n${rule.remedy}`);
  return `${testcase(name, result)}<failure${attributes({ message, type: finding.severity })}>${body}</failure></testcase>`;
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(printableLine(String(value)))}"`)
    .join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no place for U+FFFE and U+FFFF. */
const escapeXml = (text: string): string =>
  printable(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
