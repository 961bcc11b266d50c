import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  audit,
  defaultSettings,
  type FileReport,
  type Finding,
  lint,
  type Settings,
} from '../rules';

const settings: Settings = { ...defaultSettings, profile: 'all' };

const uris = ['file:///w/Dockerfile', 'file:///w/manifest.yaml', 'file:///w/manifest.json'];

/** Pieces of real files, so that what is generated gets past the first line of every parser. */
const pieces = [
  'apiVersion: v1\n',
  'kind: Pod\n',
  'kind: List\n',
  'items:\n',
  'metadata:\n',
  '  name: a\n',
  'spec:\n',
  '  containers:\n',
  '  - name: b\n',
  '    image: c:latest\n',
  '    securityContext:\n',
  '      privileged: true\n',
  '      capabilities: {add: [ALL]}\n',
  '  hostPID: yes\n',
  '---\n',
  '&x ',
  '*x\n',
  '<<: *x\n',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '|\n',
  '>-\n',
  '# seaworthy-ignore privileged-container: x\n',
  '{{ .x }}',
  '\t',
  '\r\n',
  '\uFEFF',
  '\u0000',
  '💥',
  '...\n',
  '%YAML 1.1\n',
  '? ',
  ': ',
  '- ',
  'FROM a AS b\n',
  'FROM --platform=$X b\n',
  'ARG X=1\n',
  'ENV A=b C="d e"\n',
  'RUN ',
  'apt-get install -y curl',
  ' && ',
  ' | ',
  '\\\n',
  '`\n',
  '<<EOF\n',
  'EOF\n',
  '--mount=type=secret,id=a ',
  'COPY --from=b . /\n',
  'ADD http://x/y /z\n',
  'USER root\n',
  '["sh", "-c"]\n',
  'ONBUILD RUN x\n',
  '# escape=`\n',
  '# syntax=docker/dockerfile:1\n',
  '$(',
  ')',
  '${A:-',
  '}',
  'HEALTHCHECK NONE\n',
  'EXPOSE 22\n',
  'LABEL a=b\n',
  'SHELL ["powershell"]\n',
  'sudo rm -rf $X\n',
  'curl http://x | sh\n',
];
const soup = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 })
  .map((parts) => parts.join(''));
const manifest = soup.map((text) => `apiVersion: v1\nkind: Pod\n${text}`);
const dockerfile = soup.map((text) => `FROM a\n${text}`);

const text = fc.oneof(soup, manifest, dockerfile, fc.string({ unit: 'binary' }));
const uri = fc.constantFrom(...uris);

const findingsOf = (report: FileReport): readonly Finding[] =>
  audit([report]).flatMap(({ findings }) => findings);

describe('any text', () => {
  it('is linted without a throw, with all places inside of it', () => {
    fc.assert(
      fc.property(uri, text, (where, what) => {
        const report = lint({ uri: where, text: what }, settings);
        expect(report.failures).toEqual([]);
        for (const { span, rule } of findingsOf(report)) {
          expect(span.start, rule).toBeGreaterThanOrEqual(0);
          expect(span.end, rule).toBeGreaterThanOrEqual(span.start);
          expect(span.end, rule).toBeLessThanOrEqual(what.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes every fix as edits inside of it that do not overlap', () => {
    fc.assert(
      fc.property(uri, text, (where, what) => {
        for (const finding of findingsOf(lint({ uri: where, text: what }, settings))) {
          for (const change of finding.fixes.flatMap((fix) => fix.changes())) {
            if (change.kind === 'edit')
              expect(() => applyEdits(what, change.edits), finding.rule).not.toThrow();
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is linted the same whether from the start or after an edit', () => {
    const shape = (report: FileReport): unknown =>
      findingsOf(report).map(({ rule, span, message, fixes }) => ({
        rule,
        span,
        message,
        changes: fixes.map((fix) => fix.changes()),
      }));
    fc.assert(
      fc.property(uri, text, text, (where, before, after) => {
        const earlier = lint({ uri: where, text: before }, settings);
        expect(shape(lint({ uri: where, text: after }, settings, earlier))).toEqual(
          shape(lint({ uri: where, text: after }, settings)),
        );
      }),
      { numRuns: 200 },
    );
  });
});
