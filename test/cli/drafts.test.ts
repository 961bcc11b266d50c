import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings, spanOf } from '../../rules/index';
import { Audit } from '../../server/cli/audit';
import { both, type Draft, type Piece, packDraft, unpackDraft } from '../../server/cli/draft';
import type { WantedFixes } from '../../server/cli/lint-file';
import { FileReporter, type ReportStyle } from '../../server/cli/report-file';
import { reportFiles } from '../../server/cli/report-files';
import { uriOf } from '../../server/files/paths';
import { root } from './program';

const counts = { findings: { error: 1, warning: 2, info: 0 }, suppressed: 1, fixable: 2, known: 0 };

const piece = (start: number, end: number, rule: string, text: string): Piece => ({
  span: spanOf(start, end),
  rule,
  text,
});

const draft = (findings: readonly Piece[], suppressed: readonly string[] = []): Draft => ({
  findings,
  suppressed,
  counts,
  problems: [],
  unpacked: undefined,
  source: undefined,
});

describe('a draft', () => {
  it.each([
    ['nothing', draft([])],
    [
      'texts of several lines and bytes',
      draft([piece(1, 2, 'a', 'one\n\ttwo'), piece(3, 9, 'b', '„drei“ 🚢\n')]),
    ],
    ['what comments hold back', draft([piece(1, 2, 'a', 'x')], ['y\n', '', 'z'])],
    ['what it was made of', { ...draft([piece(0, 0, 'a', '')]), unpacked: '{"findings":[]}\n' }],
    ['the text of its file', { ...draft([piece(0, 0, 'a', 'x')], ['y']), source: 'kind: Pod\n# ü\n' }],
    ['an empty file', { ...draft([]), source: '' }],
  ])('of %s is the same when it is read again', (_, one) => {
    expect(unpackDraft(packDraft(one, one.unpacked, one.source))).toEqual(one);
  });

  it('joins another by place, then by rule', () => {
    const own = draft([piece(1, 5, 'b', '1'), piece(7, 9, 'm', '3')], ['s']);
    const other = draft([piece(1, 5, 'c', '2'), piece(7, 9, 'a', '4'), piece(7, 8, 'z', '5')], ['t']);
    const all = both(own, other);
    expect(all.findings.map(({ text }) => text).join('')).toBe('12543');
    expect(all.suppressed).toEqual(['s', 't']);
    expect(all.counts).toEqual({
      findings: { error: 2, warning: 4, info: 0 },
      suppressed: 2,
      fixable: 4,
      known: 0,
    });
  });
});

/** Texts of all fixtures, and of files whose comments are about what rules over the workspace find. */
function texts(): ReadonlyMap<string, string> {
  const folder = path.join(root, 'test/fixtures');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => path.join(folder, name)).filter((file) => statSync(file).isFile());
  const deployment = (comment: string): string =>
    `apiVersion: apps/v1\n# seaworthy-ignore ${comment}\nkind: Deployment\nmetadata:\n  name: a\n  namespace: shop\nspec:\n  selector: {matchLabels: {app: a}}\n  template:\n    metadata: {labels: {app: a}}\n    spec:\n      containers: [{name: a, image: 'nginx:latest'}]\n`;
  return new Map([
    ...files.map((file) => [uriOf(file), readFileSync(file, 'utf8')] as const),
    [uriOf('/w/held.yaml'), deployment('missing-network-policy: known')],
    [uriOf('/w/idle.yaml'), deployment('host-pid: nothing to hold back')],
    [uriOf('/w/open.yaml'), deployment('latest-image: known').replace('# seaworthy-ignore', '#')],
  ]);
}

function report(style: ReportStyle, wanted: WantedFixes, isDrafting: boolean): string {
  const reporter = new FileReporter(style);
  const audit = new Audit(wanted, isDrafting ? { reporter, stamp: '' } : undefined);
  const settings = { ...defaultSettings, profile: 'all' as const };
  for (const [uri, text] of texts()) {
    audit.texts.keep(uri, text);
    audit.add({ uri, languageId: undefined, text, settings });
  }
  const files = [...reportFiles(audit, reporter)];
  return JSON.stringify({ files, tally: audit.tally, problems: audit.problems });
}

describe('an audit that drafts', () => {
  it.each([
    ['pretty', 'none'],
    ['github', 'none'],
    ['junit', 'none'],
    ['json', 'all'],
    ['sarif', 'all'],
  ] as const)(
    'says as %s what one says that keeps what it has found',
    (format, wanted) => {
      const style = { format, isQuiet: false, isColored: false, version: '1', root: '/w' };
      const drafted = report(style, wanted, true);
      expect(drafted.length).toBeGreaterThan(100_000);
      expect(drafted).toContain('missing-network-policy');
      expect(drafted === report(style, wanted, false)).toBe(true);
    },
    60_000,
  );
});
