import type {
  ArtifactLocation,
  Location,
  Notification,
  Region,
  ReportingDescriptor,
  Fix as SarifFix,
  Result as SarifResult,
  Suppression,
  ToolComponent,
} from 'sarif';
import { URI } from 'vscode-uri';
import {
  type Confidence,
  defaultSettings,
  type Fix,
  isActive,
  type RuleAbout,
  render,
  rules,
  type Severity,
  type Span,
  topics,
} from '../../rules/index';
import { rulePage } from '../pages';
import { workOut } from './changes';
import type { Range } from './lines';
import { printableJson } from './printable';
import type { FileAtHand, Format, Problem, Report, Result, SuppressedResult } from './report';
import { confidenceOf, ruleMarkdown } from './rule-text';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** On GitHub's scale: from 7 high, from 4 medium, below low. */
const scores: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', info: '2.0' };

const precisions: Readonly<Record<Confidence, string>> = { high: 'high', medium: 'medium', low: 'low' };

export const fingerprintName = 'seaworthyFinding/v1';

const indexes: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

/** SARIF 2.1.0, one result a line. Paths are relative to the root of the repository. */
export const sarif: Format = {
  separator: ',',
  tellsKnown: true,
  head: (report) =>
    [
      '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\n',
      `"tool":{"driver":${printableJson(driver(report))}},\n`,
      '"columnKind":"utf16CodeUnits",\n',
      '"originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The root of the repository."}}},\n',
      '"results":[',
    ].join(''),
  finding: (report, file, result) => `\n${printableJson(resultOf(report, file, result))}`,
  suppressed: (report, file, result) =>
    `\n${printableJson({ ...resultOf(report, file, result), suppressions: [suppression(result)] })}`,
  file: (_, { findings, suppressed }) => ({ text: [...findings, ...suppressed].join(','), later: '' }),
  tail: (report, { problems }) =>
    `\n],\n"invocations":[${printableJson(invocation(report, problems))}]\n}]}\n`,
};

const driver = (report: Report): ToolComponent => ({
  name: 'Seaworthy',
  version: report.version,
  semanticVersion: report.version,
  informationUri: 'https://github.com/seaworthy/seaworthy',
  rules: (rules as readonly (RuleAbout & { family: string })[]).map(descriptor),
});

/** Every rule, so that a reader can tell a rule that is quiet from one that does not exist. */
function descriptor(rule: RuleAbout & { family: string }): ReportingDescriptor {
  // Rules of the linter itself are about comments and syntax, not about security.
  const isSecurity = rule.family !== 'common';
  const weaknesses = rule.references.flatMap(({ title }) => /^CWE-(\d+)$/.exec(title)?.[1] ?? []);
  return {
    id: rule.id,
    name: nameOf(rule.id),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why} ${rule.remedy}`, markdown: ruleMarkdown(rule) },
    helpUri: rulePage(rule.id),
    defaultConfiguration: { level: levels[rule.severity], enabled: isActive(rule, defaultSettings) },
    properties: {
      aliases: rule.aliases,
      tags: [
        isSecurity ? 'security' : 'maintainability',
        topics[rule.topic],
        `profile/${rule.profile}`,
        ...weaknesses.map((number) => `external/cwe/cwe-${number}`),
      ],
      precision: precisions[confidenceOf(rule)],
      ...(isSecurity && { 'security-severity': scores[rule.severity] }),
      'problem.severity': rule.severity === 'info' ? 'recommendation' : rule.severity,
    },
  };
}

/** The format wants a name that is not the id again: `privileged-container` is PrivilegedContainer, `tiller` TillerRule. */
const nameOf = (id: string): string =>
  (id.includes('-') ? id : `${id}-rule`).replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

function resultOf(report: Report, file: FileAtHand, result: Result): SarifResult {
  const { finding, range, fingerprint, baseline } = result;
  const related = finding.related.flatMap(({ uri, span, message }, index): Location[] => {
    const lines = report.lines(uri);
    if (!lines) return [];
    const place = location(report, report.pathOf(uri), lines.range(span), span);
    return [{ ...place, id: index + 1, message: { text: render(message) } }];
  });
  const fixes = finding.fixes.flatMap((fix) => fixOf(report, fix));
  return {
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule) ?? -1,
    level: levels[finding.severity],
    message: { text: render(finding.message) },
    locations: [location(report, file.path, range, finding.span)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { [fingerprintName]: fingerprint },
    ...(fixes.length > 0 && { fixes }),
    ...(baseline && { baselineState: baseline }),
    properties: {
      precision: precisions[finding.confidence],
      'security-severity': scores[finding.severity],
      ...(finding.tags.length > 0 && { tags: [...finding.tags] }),
    },
  };
}

const suppression = ({ reason }: SuppressedResult): Suppression => ({
  kind: 'inSource',
  ...(reason !== undefined && { justification: reason }),
});

const location = (report: Report, path: string, range: Range, span: Span): Location => ({
  physicalLocation: { artifactLocation: artifact(report, path), region: region(range, span) },
});

const region = ({ start, end }: Range, span: Span): Region => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: span.start,
  charLength: span.end - span.start,
});

function artifact(report: Report, path: string): ArtifactLocation {
  const relative = report.inRepository(path);
  if (relative === undefined) return { uri: URI.file(path).toString() };
  return { uri: relative.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** SARIF can change files, but neither make new ones nor ask a person: fixes that need that are left out. */
function fixOf(report: Report, fix: Fix): SarifFix[] {
  const { edits, newFiles } = workOut(fix);
  if (newFiles.length > 0 || edits.length === 0 || fix.safety === 'fill-in') return [];
  const artifactChanges = edits.flatMap(({ uri, edits }) => {
    const lines = report.lines(uri);
    if (!lines) return [];
    const replacements = edits.map(({ span, text }) => ({
      deletedRegion: region(lines.range(span), span),
      ...(text !== '' && { insertedContent: { text } }),
    }));
    return [{ artifactLocation: artifact(report, report.pathOf(uri)), replacements }];
  });
  if (artifactChanges.length < edits.length) return [];
  const safety = fix.safety === 'safe' ? 'safe' : 'to be reviewed';
  return [{ description: { text: `${render(fix.title)} (${safety})` }, artifactChanges }];
}

function invocation(report: Report, problems: readonly Problem[]) {
  const notifications = (isConfiguration: boolean): Notification[] =>
    problems
      .filter((problem) => (problem.isConfiguration ?? false) === isConfiguration)
      .map((problem) => notification(report, problem));
  return {
    executionSuccessful: problems.every(({ severity }) => severity !== 'error'),
    toolExecutionNotifications: notifications(false),
    toolConfigurationNotifications: notifications(true),
  };
}

function notification(report: Report, { path, message, severity, range }: Problem): Notification {
  const artifactLocation = artifact(report, path);
  const place = range && { startLine: range.start.line, startColumn: range.start.column };
  return {
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, ...(place && { region: place }) } }],
  };
}
