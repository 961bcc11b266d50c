// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles write their variables so.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, lint } from '../../rules';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import type { Instruction } from '../../rules/dockerfile/model/instructions';
import { parseReference } from '../../rules/images/reference';
import type { Span } from '../../rules/text';

/** Texts that look like Dockerfiles, and ones that are half typed, cut and mixed. */
const piece = fc.constantFrom(
  ...[
    'FROM ',
    'from a AS b',
    'RUN ',
    'COPY ',
    'ADD ',
    'ENV ',
    'LABEL ',
    'ARG ',
    'USER ',
    'CMD ',
    'SHELL ',
    'ONBUILD ',
  ],
  ...[
    'HEALTHCHECK ',
    'EXPOSE ',
    'VOLUME ',
    'WORKDIR ',
    'MAINTAINER ',
    '# ',
    '# escape=`',
    '# syntax=x',
    '\ufeff',
    '\u00a0',
  ],
  ...[
    '\n',
    '\r\n',
    '\n\n',
    '\r',
    '\t',
    ' ',
    ' \\\n',
    ' \\ \r\n',
    '`\n',
    '\\',
    '`',
    '\\\\\n',
    '"',
    "'",
    '$',
    '${',
    '}',
    '${a:-b}',
  ],
  ...[
    '$a',
    '$(',
    ')',
    '(',
    '{',
    '|',
    '&&',
    ';',
    '||',
    '&',
    '<<EOF',
    '<<-"E F"',
    '\nEOF\n',
    '\nE F\n',
    '<<<',
    '<',
    '>',
    '3<<A',
  ],
  ...[
    '["a", "b\\n"]',
    '["',
    ']',
    'a=1',
    'a="b c"',
    '=',
    '--from=b',
    '--mount=type=secret,id=a',
    '--x',
    '--',
    '-y',
    'apt-get install',
  ],
  ...[
    "bash -c '",
    'sudo ',
    'if ',
    'then ',
    'fi',
    'for x in ',
    'do ',
    'done',
    '80/tcp',
    '🐳',
    '\u2028',
    '# seaworthy-ignore x: y',
  ],
  ...[
    '# hadolint ignore=DL3008',
    'case x in y) z;; esac',
    'alpine:3@sha256:',
    '[[ ',
    ' ]]',
    '$((',
    '))',
    '*',
    '?',
    '~',
  ],
);
const shell = fc.constantFrom(
  ...[
    'apt-get install -y',
    'curl x',
    '&&',
    '||',
    ';',
    '|',
    'sudo',
    "sh -c '",
    "'",
    '"',
    'bash -c "a b"',
    '$(',
    ')',
    '`',
    '\\\n',
    '\\\r\n',
  ],
  ...[
    '# c\n',
    'if',
    'then',
    'fi',
    'x=1',
    '>f',
    '<<EOF',
    '<<<',
    '{',
    '}',
    ';;',
    'case x in',
    'esac',
    '(',
    '[[',
    ']]',
    '$a',
    '${a:-b}',
    '&',
  ],
  ...[
    'for x in',
    'do',
    'done',
    'eval',
    'xargs -n 1',
    'find . -exec',
    '\\;',
    'set -o pipefail',
    '!',
    'f()',
    '$((1',
    '))',
    '\\"',
    "\\'",
  ],
);
const ends = fc.constantFrom('\n', '\r\n', '\n\n', '\nEOF\n', '', ' \\\n', '\n# c\n');
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('RUN ', 'run ', 'CMD ', 'ONBUILD RUN ', 'RUN <<EOF\n', 'RUN --mount=type=ssh '),
      fc.array(shell, { minLength: 1, maxLength: 12, size: 'max' }),
      ends,
    )
    .map(([keyword, words, end]) => keyword + words.join(' ') + end),
  fc
    .tuple(piece, fc.array(piece, { maxLength: 6, size: 'max' }), ends)
    .map(([first, rest, end]) => first + rest.join('') + end),
);
const dockerfileText = fc.oneof(
  { weight: 6, arbitrary: fc.array(line, { maxLength: 12, size: 'max' }).map((lines) => lines.join('')) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 40, size: 'max' }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

const runs = { numRuns: 1_500 };

/** Every place that the model gives for an instruction. */
function spansOf(instruction: Instruction): Span[] {
  const spans = [
    instruction.span,
    instruction.keyword.span,
    instruction.argumentsSpan,
    ...instruction.flags.flatMap((flag) => [
      flag.span,
      flag.nameSpan,
      ...(flag.value ? [flag.value.span] : []),
    ]),
    ...instruction.heredocs.flatMap(({ body, word, terminator }) => [
      body.span,
      word.span,
      ...(terminator ? [terminator] : []),
    ]),
  ];
  if ('commands' in instruction)
    for (const command of instruction.commands) {
      spans.push(command.span, command.nameSpan, ...command.args.map((argument) => argument.span));
      spans.push(
        ...command.redirections.map((one) => one.span),
        ...command.assignments.map((one) => one.span),
      );
      spans.push(...command.args.flatMap(({ word }) => word.expansions.map((expansion) => expansion.span)));
    }
  if ('pairs' in instruction)
    for (const { name, value, span } of instruction.pairs)
      spans.push(span, name.span, ...(value ? [value.span] : []));
  if (instruction.kind === 'run')
    spans.push(...instruction.mounts.flatMap((mount) => mount.options.map((option) => option.span)));
  if (instruction.kind === 'onbuild' && instruction.trigger) spans.push(...spansOf(instruction.trigger));
  return spans;
}

describe('any text', () => {
  it('is read without a throw, with every place inside of the file and of its instruction', () => {
    fc.assert(
      fc.property(dockerfileText, (text) => {
        const { instructions, problems, comments } = new Dockerfile(text);
        for (const { span } of [...problems, ...comments]) expectInside(span, { start: 0, end: text.length });
        for (const instruction of instructions)
          for (const span of spansOf(instruction)) expectInside(span, instruction.span);
      }),
      runs,
    );
  });

  it('is covered by instructions and comments, which do not overlap', () => {
    fc.assert(
      fc.property(dockerfileText, (text) => {
        const { instructions, comments, directives } = new Dockerfile(text);
        const covered = [...text].length === 0 ? [] : Array.from({ length: text.length }, () => false);
        let end = 0;
        for (const { span } of instructions) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
          covered.fill(true, span.start, span.end);
        }
        for (const { span } of [...comments, ...directives]) covered.fill(true, span.start, span.end);
        const left = covered.map((is, index) => (is ? '' : text[index])).join('');
        // What is left is white space, and continuation characters without an instruction.
        expect(left.replace(/[\s\u0085\ufeff\\`]+/g, '')).toBe('');
      }),
      runs,
    );
  });

  it('is linted by all rules without a failure, and findings stand inside of it', () => {
    const settings = { ...defaultSettings, profile: 'all' as const };
    fc.assert(
      fc.property(dockerfileText, (text) => {
        const report = lint({ uri: 'file:///Dockerfile', text }, settings);
        expect(report.failures).toEqual([]);
        for (const { span } of report.findings) expectInside(span, { start: 0, end: text.length });
      }),
      { numRuns: 500 },
    );
  });

  it('is an image reference whose parts make the whole, or none', () => {
    const part = fc.constantFrom(
      'a',
      'alpine',
      'A',
      '.',
      ':',
      '/',
      '@',
      '5000',
      'localhost',
      '-',
      '_',
      `sha256:${'0'.repeat(64)}`,
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const reference = parseReference(text);
        if (!reference) return;
        const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
        const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
        expect(text.slice(0, reference.nameEnd) + tag + digest).toBe(text);
      }),
      runs,
    );
  });
});

function expectInside({ start, end }: Span, outer: Span): void {
  if (start < outer.start || end > outer.end || end < start)
    throw new Error(`${start}-${end} is not inside of ${outer.start}-${outer.end}`);
}
