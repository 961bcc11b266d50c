import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Log, Region, Result, Run as SarifRun } from 'sarif';
import { describe, expect, it } from 'vitest';
import { applyEdits, type RuleAbout, rules } from '../../rules/index';
import { rulePage } from '../../server/pages';
import { only, privilegedPod, project, root, run, withError, withInfo, withWarning } from './program';

const { resolve } = createRequire(import.meta.url);
const schemaFile = path.join(
  path.dirname(resolve('@microsoft/jest-sarif/package.json')),
  'lib/schemas/sarif-2.1.0-rtm.5.json',
);

function sarifValidator() {
  // The schema says that it is one of draft 4, but uses nothing that later drafts read in another way.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

const validate = sarifValidator();

function parseSarif(text: string): SarifRun {
  const log: Log = JSON.parse(text);
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [first] = log.runs;
  if (!first) throw new Error('The report has no run');
  return first;
}

const regionOf = (result: Result | undefined): Region => {
  const region = result?.locations?.[0]?.physicalLocation?.region;
  if (!region) throw new Error('The result has no region');
  return region;
};

const isOpenError = ({ level, suppressions }: Result): boolean => level === 'error' && !suppressions;

const suppressed = privilegedPod
  .replace('name: a', 'name: b')
  .replace(
    '        privileged',
    '        # seaworthy-ignore privileged-container: it has to\n        privileged',
  );

/** A repository with an error, a warning, an info, a suppressed finding and a file that cannot be read. */
function repository(): string {
  const folder = project({
    '.seaworthy.yaml': `${only('privileged-container', 'unknown-suppression', 'unused-suppression', 'yaml-syntax')}  no-such: off\n`,
    'sub/pod ü.yaml': `# 🌊 ${'x'.repeat(3)}\r\n${privilegedPod.replaceAll('\n', '\r\n')}`,
    'sub/held.yaml': suppressed,
    'sub/warning.yaml': withWarning,
    'sub/info.yaml': withInfo,
    'sub/broken.yaml': Uint8Array.of(0xff),
  });
  mkdirSync(path.join(folder, '.git'));
  return path.join(folder, 'sub');
}

describe('sarif', () => {
  it('is valid and lists every rule', async () => {
    const { code, stdout } = await run(['audit', '--format', 'sarif'], { cwd: repository() });
    expect(code).toBe(2);
    const { driver } = parseSarif(stdout).tool;
    expect(driver.name).toBe('Seaworthy');
    expect(driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const [index, rule] of (rules as readonly RuleAbout[]).entries()) {
      const entry = driver.rules?.[index];
      expect(entry, rule.id).toMatchObject({
        name: expect.stringMatching(/^(?:[A-Z0-9][a-z0-9]*)+$/),
        shortDescription: { text: `${rule.title}.` },
        fullDescription: { text: rule.why },
        help: { text: expect.stringContaining(rule.remedy), markdown: expect.stringContaining(rule.remedy) },
        helpUri: rulePage(rule.id),
        defaultConfiguration: { level: { error: 'error', warning: 'warning', info: 'note' }[rule.severity] },
        properties: { aliases: rule.aliases, precision: expect.stringMatching(/^(?:high|medium|low)$/) },
      });
      const { tags = [], 'security-severity': score } = entry?.properties ?? {};
      expect(tags.includes('security'), rule.id).toBe(score !== undefined);
      if (score !== undefined) expect(Number(score)).toBeGreaterThan(0);
    }
  });

  it('has the exact region of each result, with paths from the root of the repository', async () => {
    const cwd = repository();
    const { results = [], columnKind } = parseSarif(
      (await run(['audit', '--format', 'sarif'], { cwd })).stdout,
    );
    expect(columnKind).toBe('utf16CodeUnits');
    const privileged = results.find(isOpenError);
    expect(privileged?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'sub/pod%20%C3%BC.yaml',
      uriBaseId: '%SRCROOT%',
    });
    const region = regionOf(privileged);
    expect(region).toMatchObject({
      startLine: 11,
      startColumn: 9,
      endLine: 11,
      endColumn: 25,
      charLength: 16,
    });
    const text = readFileSync(path.join(cwd, 'pod ü.yaml'), 'utf8');
    const { charOffset = 0, charLength = 0 } = region;
    expect(text.slice(charOffset, charOffset + charLength)).toBe('privileged: true');
    expect(results.map(({ level }) => level).sort()).toEqual(['error', 'error', 'note', 'warning']);
    expect(privileged?.properties).toMatchObject({ 'security-severity': '8.0' });
  });

  it('has fixes that mend the file', async () => {
    const cwd = repository();
    const { results = [] } = parseSarif((await run(['audit', '--format', 'sarif'], { cwd })).stdout);
    const [fix] = results.find(isOpenError)?.fixes ?? [];
    expect(fix?.description?.text).toBe('Set privileged to false (to be reviewed)');
    const [change] = fix?.artifactChanges ?? [];
    const edits = (change?.replacements ?? []).map(({ deletedRegion, insertedContent }) => {
      const { charOffset: start = 0, charLength = 0 } = deletedRegion;
      return { span: { start, end: start + charLength }, text: insertedContent?.text ?? '' };
    });
    const text = readFileSync(path.join(cwd, 'pod ü.yaml'), 'utf8');
    expect(applyEdits(text, edits)).toBe(text.replace('privileged: true', 'privileged: false'));
  });

  it('tells what comments hold back, and why', async () => {
    const { results = [] } = parseSarif(
      (await run(['audit', '--format', 'sarif'], { cwd: repository() })).stdout,
    );
    const held = results.filter(({ suppressions }) => suppressions);
    expect(held.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', justification: 'it has to' }],
    ]);
  });

  it('tells what could not be read or used', async () => {
    const { invocations = [] } = parseSarif(
      (await run(['audit', '--format', 'sarif'], { cwd: repository() })).stdout,
    );
    expect(invocations).toHaveLength(1);
    const [
      { executionSuccessful, toolExecutionNotifications, toolConfigurationNotifications } = {
        executionSuccessful: true,
      },
    ] = invocations;
    expect(executionSuccessful).toBe(false);
    expect(toolExecutionNotifications).toMatchObject([
      {
        level: 'error',
        message: { text: 'Not audited: it is not valid UTF-8 text.' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'sub/broken.yaml' } } }],
      },
    ]);
    expect(toolConfigurationNotifications).toMatchObject([
      { level: 'warning', message: { text: 'No rule is called `no-such`.' } },
    ]);
  });

  it('has related places', async () => {
    const workload = (kind: string): string =>
      `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  template:\n    metadata: {labels: {app: a}}\n    spec: {containers: [{name: a, image: b}]}\n`;
    const policy =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: {podSelector: {}, policyTypes: [Ingress]}\n';
    const cwd = project({
      '.seaworthy.yaml': only('network-policy-without-egress'),
      'a.yaml': workload('DaemonSet'),
      'p.yaml': policy,
    });
    const { results = [] } = parseSarif((await run(['audit', '--format', 'sarif'], { cwd })).stdout);
    expect(results).toHaveLength(1);
    expect(results[0]?.relatedLocations?.[0]).toMatchObject({
      id: 1,
      message: { text: expect.any(String) },
      physicalLocation: { artifactLocation: { uri: 'p.yaml' }, region: { startLine: expect.any(Number) } },
    });
  });

  it('is valid where nothing is found and where there is no repository', async () => {
    const { code, stdout } = await run(['audit', '--format', 'sarif'], { cwd: project() });
    expect(code).toBe(0);
    expect(parseSarif(stdout)).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
  });

  it('is valid for the sample shop', async () => {
    const { stdout } = await run(['audit', '--format', 'sarif', '--profile', 'all', 'test/samples'], {
      cwd: root,
    });
    expect(parseSarif(stdout).results?.length).toBeGreaterThan(10);
  });
});

describe('json', () => {
  it('has the shape that docs/cli.md tells', async () => {
    const cwd = repository();
    const { code, stdout } = await run(['audit', '--format', 'json'], { cwd });
    expect(code).toBe(2);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['version', 'tool', 'findings', 'suppressed', 'errors', 'summary']);
    expect(report.version).toBe(1);
    const finding = report.findings.find(({ rule }: { rule: string }) => rule === 'privileged-container');
    const text = readFileSync(path.join(cwd, 'pod ü.yaml'), 'utf8');
    const start = text.indexOf('privileged: true');
    expect(finding).toEqual({
      rule: 'privileged-container',
      aliases: expect.arrayContaining(['psa:privileged']),
      topic: expect.any(String),
      severity: 'error',
      confidence: 'high',
      message: expect.stringContaining('runs privileged'),
      file: 'pod ü.yaml',
      range: { start: { line: 11, column: 9 }, end: { line: 11, column: 25 } },
      offset: { start, end: start + 16 },
      related: [],
      tags: [],
      fixes: [
        {
          title: 'Set privileged to false',
          safety: 'review',
          preferred: expect.any(Boolean),
          edits: [
            {
              file: 'pod ü.yaml',
              range: { start: { line: 11, column: 21 }, end: { line: 11, column: 25 } },
              offset: { start: start + 12, end: start + 16 },
              text: 'false',
            },
          ],
          newFiles: [],
        },
      ],
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}:1$/),
      url: expect.stringContaining('privileged-container'),
    });
    expect(report.suppressed).toMatchObject([
      { rule: 'privileged-container', file: 'held.yaml', reason: 'it has to' },
    ]);
    expect(report.errors).toEqual([
      {
        file: '../.seaworthy.yaml',
        range: { start: expect.any(Object), end: expect.any(Object) },
        message: 'No rule is called `no-such`.',
        severity: 'warning',
      },
      { file: 'broken.yaml', message: 'Not audited: it is not valid UTF-8 text.', severity: 'error' },
    ]);
    expect(report.summary).toEqual({
      files: 4,
      filesWithFindings: 3,
      findings: 3,
      error: 1,
      warning: 1,
      info: 1,
      suppressed: 1,
      fixable: 0,
      fixed: 0,
      known: 0,
    });
  });
});

describe('github', () => {
  it('has one command for each finding, escaped as GitHub asks', async () => {
    const files = { 'a,b:c%.yaml': withWarning, 'i.yaml': withInfo };
    const folder = project(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`sub/${name}`, text])),
    );
    mkdirSync(path.join(folder, '.git'));
    const { stdout } = await run(['audit', '--format', 'github'], { cwd: path.join(folder, 'sub') });
    expect(stdout.split('\n')).toEqual([
      '::warning file=sub/a%2Cb%3Ac%25.yaml,line=1,col=25,endColumn=37,title=unknown-suppression::No rule is called `no-such-rule`, so this comment suppresses nothing.',
      expect.stringMatching(
        /^::notice file=sub\/i\.yaml,line=1,col=25,endColumn=45,title=unused-suppression::`privileged/,
      ),
      '',
    ]);
  });

  it('escapes percent signs in messages', async () => {
    const cwd = project({ 'a.yaml': withWarning.replace('no-such-rule', '100%25-rule') });
    const { stdout } = await run(['audit', '--format', 'github'], { cwd });
    expect(stdout).toContain('::No rule is called `100%2525-rule`');
  });
});

describe('junit', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'testsuite' || name === 'testcase',
  });

  it('has a suite for each file and a failed test for each finding', async () => {
    const { stdout } = await run(['audit', '--format', 'junit'], { cwd: repository() });
    expect(XMLValidator.validate(stdout)).toBe(true);
    const suites: Record<string, string>[] = parser.parse(stdout).testsuites.testsuite;
    expect(
      suites.map(({ name, tests, failures, errors, skipped }) =>
        [name, tests, failures, errors, skipped].join(' '),
      ),
    ).toEqual([
      'held.yaml 1 0 0 1',
      'info.yaml 1 1 0 0',
      'pod ü.yaml 1 1 0 0',
      'warning.yaml 1 1 0 0',
      '../.seaworthy.yaml 1 0 1 0',
      'broken.yaml 1 0 1 0',
    ]);
    expect(parser.parse(stdout).testsuites.testsuite[2].testcase[0]).toMatchObject({
      name: 'privileged-container at 11:9',
      classname: 'pod ü.yaml',
      failure: {
        message: expect.stringContaining('runs privileged'),
        type: 'error',
        '#text': expect.stringContaining('pod ü.yaml:11:9:'),
      },
    });
  });

  it('is XML whatever is in a file', async () => {
    const text = withWarning.replace('no-such-rule', `<&"'>]]>\uFFFE\uFFFF`);
    const { stdout } = await run(['audit', '--format', 'junit'], {
      cwd: project({ 'a<b>&.yaml': text, 'e.yaml': withError }),
    });
    expect(XMLValidator.validate(stdout)).toBe(true);
    const { name, testcase } = parser.parse(stdout).testsuites.testsuite[0];
    expect(name).toBe('a<b>&.yaml');
    expect(testcase[0].failure.message).toContain(`\`<&"'>]]>\uFFFD\uFFFD\``);
  });

  it('has a test that passes for a file without findings', async () => {
    const { stdout } = await run(['audit', '--format', 'junit'], { cwd: project({ Dockerfile: '' }) });
    expect(parser.parse(stdout).testsuites.testsuite[0]).toMatchObject({
      tests: '1',
      failures: '0',
      testcase: [{ name: 'no findings', classname: 'Dockerfile' }],
    });
  });
});
