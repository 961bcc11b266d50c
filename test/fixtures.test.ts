import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  audit,
  defaultSettings,
  type FileFindings,
  type Finding,
  type Fix,
  lint,
  type RuleAbout,
  render,
  ruleById,
  rules,
  type Settings,
} from '../rules';
import { type Case, type CaseFile, type Fixed, type Fixture, readFixtures } from './fixture';

const fixtures = readFixtures(fileURLToPath(new URL('./fixtures', import.meta.url)));

const uriOf = (name: string): string => `file:///workspace/${name}`;

function settingsOf(rule: string, test: Case, profile: Settings['profile']): Settings {
  const { options, kubernetesVersion, allowedRegistries, target } = test.settings;
  return {
    ...defaultSettings,
    profile,
    // The rule under test speaks in every profile, with the severity that is its own.
    severities: { [rule]: ruleById(rule)?.severity ?? 'off' },
    ...(kubernetesVersion !== undefined && { kubernetesVersion }),
    ...(allowedRegistries !== undefined && { allowedRegistries: allowedRegistries.split(/,\s*/) }),
    ...(target !== undefined && { target }),
    ...(options !== undefined && { options: { [rule]: JSON.parse(options) } }),
  };
}

const auditOf = (files: readonly CaseFile[], settings: Settings): FileFindings[] => {
  const reports = files.map((file) => lint({ uri: uriOf(file.name), text: file.text }, settings));
  for (const report of reports) expect(report.failures).toEqual([]);
  return audit(reports);
};

/** How a finding is written in a fixture: its line, the text under it, what it says. */
interface Seen {
  readonly file: string;
  readonly line: number;
  readonly quote: string;
  readonly nth: number;
  readonly message: string;
}

function seenOf(file: CaseFile, finding: Finding): Seen {
  const { start, end } = finding.span;
  const lineStart = file.text.lastIndexOf('\n', start - 1) + 1;
  const quote = file.text.slice(start, end);
  const before = file.text.slice(lineStart, start);
  const nth = quote === '' ? 1 : before.split(quote).length;
  return {
    file: file.name,
    line: file.text.slice(0, start).split('\n').length - 1,
    quote,
    nth,
    message: render(finding.message),
  };
}

function expectMarks(rule: string, files: readonly CaseFile[], found: readonly FileFindings[]): void {
  const seen = files.flatMap((file, index) =>
    (found[index]?.findings ?? [])
      .filter((finding) => finding.rule === rule)
      .map((finding) => seenOf(file, finding)),
  );
  const wanted = files.flatMap((file) =>
    file.marks.filter((mark) => mark.rule === rule).map((mark) => ({ file: file.name, ...mark })),
  );
  const shape = ({ file, line, quote, nth }: Omit<Seen, 'message'>): string =>
    `${file}:${line + 1}: [${quote}]${nth > 1 ? `#${nth}` : ''}`;
  expect(seen.map(shape).sort()).toEqual(wanted.map(shape).sort());
  for (const mark of wanted.filter(({ message }) => message !== undefined)) {
    expect(seen.filter((one) => shape(one) === shape(mark)).map(({ message }) => message)).toContain(
      mark.message,
    );
  }
}

/** More rounds than any case has findings. */
const maxRounds = 40;

function choose(finding: Finding, title: string | undefined): Fix | undefined {
  return finding.fixes.find((fix) => title === undefined || render(fix.title).startsWith(title));
}

/** Mends all findings of the rule, one after another, as a person would who takes each fix in turn. */
function mend(
  rule: string,
  files: readonly CaseFile[],
  settings: Settings,
  title: string | undefined,
): CaseFile[] {
  let now = [...files];
  for (let round = 0; round < maxRounds; round++) {
    const fix = auditOf(now, settings)
      .flatMap(({ findings }) => findings)
      .filter((finding) => finding.rule === rule)
      .map((finding) => choose(finding, title))
      .find((candidate) => candidate !== undefined);
    if (!fix) return now;
    now = applied(now, fix);
  }
  throw new Error('The fixes never end');
}

function applied(files: readonly CaseFile[], fix: Fix): CaseFile[] {
  const result = [...files];
  for (const change of fix.changes()) {
    const index = result.findIndex((file) => uriOf(file.name) === change.uri);
    const name = change.uri.slice(uriOf('').length);
    if (change.kind === 'create') result.push({ name, text: change.text, marks: [] });
    else if (result[index])
      result[index] = { ...result[index], text: applyEdits(result[index].text, change.edits) };
  }
  return result;
}

const textOf = (files: readonly CaseFile[]): Record<string, string> =>
  Object.fromEntries(files.map(({ name, text }) => [name, text]));

const messagesOf = (found: readonly FileFindings[]): string[] =>
  found.flatMap(({ findings }) => findings.map((finding) => `${finding.rule}: ${render(finding.message)}`));

function expectFixed(rule: string, test: Case, fixed: Fixed): void {
  const own = settingsOf(rule, test, 'recommended');
  const mended = mend(rule, test.files, own, fixed.title);
  expect(textOf(mended)).toEqual(textOf(fixed.files));
  const before = new Set(messagesOf(auditOf(test.files, own)));
  const after = messagesOf(auditOf(mended, own)).filter((message) => !before.has(message));
  expect(after, 'the fix brings no new finding').toEqual([]);
}

const withCrlf = (files: readonly CaseFile[]): CaseFile[] =>
  files.map((file) => ({ ...file, text: file.text.replaceAll('\n', '\r\n') }));

function checkCase(rule: string, test: Case): void {
  const settings = settingsOf(rule, test, 'essential');
  expectMarks(rule, test.files, auditOf(test.files, settings));
  for (const fixed of test.fixed) expectFixed(rule, test, fixed);
}

function checkWithCrlf(rule: string, test: Case): void {
  const files = withCrlf(test.files);
  const settings = settingsOf(rule, test, 'essential');
  const count = (all: readonly CaseFile[]): number =>
    auditOf(all, settings)
      .flatMap(({ findings }) => findings)
      .filter((finding) => finding.rule === rule).length;
  expect(count(files)).toBe(count(test.files));
  for (const fixed of test.fixed) {
    expect(textOf(mend(rule, files, settings, fixed.title))).toEqual(textOf(withCrlf(fixed.files)));
  }
}

describe.each(fixtures.map((fixture): [string, Fixture] => [fixture.rule, fixture]))('%s', (id, fixture) => {
  it.each(fixture.cases.map((test): [string, Case] => [`${test.kind}: ${test.title}`, test]))(
    '%s',
    (_, test) => {
      checkCase(id, test);
      checkWithCrlf(id, test);
    },
  );
});

describe('every rule', () => {
  it.each((rules as readonly RuleAbout[]).map((rule): [string, RuleAbout] => [rule.id, rule]))(
    '%s has a fixture',
    (id, rule) => {
      const cases = fixtures.filter((fixture) => fixture.rule === id).flatMap((fixture) => fixture.cases);
      const bad = cases.filter((test) => test.kind === 'bad');
      expect(bad.length, 'a wrong file').toBeGreaterThan(0);
      for (const test of bad)
        expect(
          test.files.some((file) => file.marks.some((mark) => mark.rule === id)),
          `${test.title} has a mark`,
        ).toBe(true);
      expect(cases.filter((test) => test.kind === 'good').length, 'a right file').toBeGreaterThan(0);
      if (rule.fix)
        expect(
          cases.some((test) => test.fixed.length > 0),
          'the text after the fix',
        ).toBe(true);
    },
  );

  it('has a fixture that names a rule', () => {
    expect(fixtures.filter((fixture) => !ruleById(fixture.rule)).map((fixture) => fixture.file)).toEqual([]);
  });
});
