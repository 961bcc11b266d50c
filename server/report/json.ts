import { type Fix, render, type Span } from '../../rules/index';
import { rulePage } from '../pages';
import { workOut } from './changes';
import { printableJson } from './printable';
import {
  type Ending,
  type FileAtHand,
  type Format,
  type Problem,
  type Report,
  type Result,
  total,
} from './report';
import { confidenceOf } from './rule-text';

/** Raised when a field goes or changes its meaning; new fields do not raise it. */
const shapeVersion = 1;

/** For programs: the shape is told in docs/cli.md. */
export const json: Format = {
  separator: ',',
  tellsKnown: true,
  head: ({ version }) =>
    `{"version":${shapeVersion},\n"tool":${printableJson({ name: 'seaworthy', version })},\n"findings":[`,
  finding: (report, file, result) => `\n${printableJson(findingData(report, file, result))}`,
  suppressed: (report, file, result) =>
    printableJson({ ...findingData(report, file, result), reason: result.reason ?? null }),
  file: (_, { findings, suppressed }) => ({ text: findings.join(','), later: suppressed.join(',\n') }),
  tail: (report, ending, suppressed) =>
    [
      `\n],\n"suppressed":[\n${suppressed.join(',\n')}\n],\n`,
      `"errors":${printableJson(ending.problems.map((problem) => problemData(report, problem)))},\n`,
      `"summary":${printableJson(summaryData(ending))}}\n`,
    ].join(''),
};

function findingData(
  report: Report,
  file: FileAtHand,
  { finding, rule, range, fingerprint, baseline }: Result,
) {
  return {
    rule: finding.rule,
    aliases: rule.aliases,
    topic: rule.topic,
    severity: finding.severity,
    confidence: finding.confidence ?? confidenceOf(rule),
    message: render(finding.message),
    file: slashed(report.shown(file.path)),
    range,
    offset: finding.span,
    related: finding.related.flatMap(({ uri, span, message }) => {
      const place = placeData(report, uri, span);
      return place ? [{ ...place, message: render(message) }] : [];
    }),
    tags: finding.tags,
    fixes: finding.fixes.map((fix) => fixData(report, fix)),
    fingerprint,
    ...(baseline && { baseline }),
    url: rulePage(finding.rule),
  };
}

function fixData(report: Report, fix: Fix) {
  const { edits, newFiles } = workOut(fix);
  return {
    title: render(fix.title),
    safety: fix.safety,
    preferred: fix.preferred,
    edits: edits.flatMap(({ uri, edits }) =>
      edits.flatMap(({ span, text }) => {
        const place = placeData(report, uri, span);
        return place ? [{ ...place, text }] : [];
      }),
    ),
    newFiles: newFiles.map(({ uri, text }) => ({ file: fileOf(report, uri), text })),
  };
}

function placeData(report: Report, uri: string, span: Span) {
  const lines = report.lines(uri);
  return lines && { file: fileOf(report, uri), range: lines.range(span), offset: span };
}

const problemData = (report: Report, { path, range, message, severity }: Problem) => ({
  file: slashed(report.shown(path)),
  ...(range && { range }),
  message,
  severity,
});

function summaryData({ tally }: Ending) {
  const { findings, files, filesWithFindings, suppressed, fixable, fixed, known } = tally;
  return { files, filesWithFindings, findings: total(tally), ...findings, suppressed, fixable, fixed, known };
}

const fileOf = (report: Report, uri: string): string => slashed(report.shown(report.pathOf(uri)));

const slashed = (path: string): string => path.replaceAll('\\', '/');
