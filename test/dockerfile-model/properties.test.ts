import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import {
  type DockerfileEdit,
  insertInstruction,
  removeInstruction,
  textEdits,
} from '../../rules/dockerfile/model/edit';
import type { Instruction } from '../../rules/dockerfile/model/instructions';
import { parseReference } from '../../rules/images/reference';
import { applyEdits, type Span } from '../../rules/text';
import { dockerfileText } from './arbitrary';

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

  it('is edited into what was meant', () => {
    fc.assert(
      fc.property(dockerfileText, fc.nat(), (text, pick) => {
        const dockerfile = new Dockerfile(text);
        const { instructions, comments, problems } = dockerfile;
        const index = pick % Math.max(1, instructions.length);
        const instruction = instructions[index];
        // Comments may become directives, and heredocs that are not closed take all that follows.
        if (
          !instruction ||
          instruction.kind === 'unknown' ||
          comments.some((comment) => comment.text.includes('='))
        )
          return;
        // A continuation character on a line of its own belongs to what follows.
        if (text.lastIndexOf('\ufeff') > 0 || (instruction.isOpen && /[\\`]$/.test(instruction.rest.text)))
          return;
        if (/^\s*[\\`]\s*$/m.test(text)) return;
        if (problems.some(({ message }) => message.template.includes('heredoc is not closed'))) return;
        const read = (edit: DockerfileEdit): string[] =>
          keysOf(new Dockerfile(applyEdits(text, textEdits(dockerfile, [edit]))));
        const before = keysOf(dockerfile);
        expect(read(removeInstruction(instruction))).toEqual(before.toSpliced(index, 1));
        expect(read(insertInstruction('after', instruction, 'USER new')).map(sameCase)).toEqual(
          before.toSpliced(index + 1, 0, 'USER|new').map(sameCase),
        );
        expect(read(insertInstruction('before', instruction, 'USER new')).map(sameCase)).toEqual(
          before.toSpliced(index, 0, 'USER|new').map(sameCase),
        );
      }),
      runs,
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

const keysOf = ({ instructions }: Dockerfile): string[] =>
  instructions.map(({ keyword, rest }) => `${keyword.text}|${rest.text}`);

const sameCase = (key: string): string => key.toLowerCase();

function expectInside({ start, end }: Span, outer: Span): void {
  if (start < outer.start || end > outer.end || end < start)
    throw new Error(`${start}-${end} is not inside of ${outer.start}-${outer.end}`);
}
