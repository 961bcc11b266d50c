import { type Span, spanOf } from '../../../text';
import type { InstructionBase } from '../../model/instructions/base';
import type { RunInstruction } from '../../model/instructions/command-line';

/**
 * Where an instruction writes what the pattern tells: in the words of a RUN, or in a heredoc. What is only looked for
 * (`grep`, the first half of `sed s/…/…/`) or commented out is left out.
 */
export function writtenIn(
  instruction: InstructionBase & { readonly kind: string },
  pattern: RegExp,
): readonly Span[] {
  const run = instruction.kind === 'run' ? (instruction as unknown as RunInstruction) : undefined;
  const texts = [...(run ? [run.text] : []), ...instruction.heredocs.map(({ content }) => content)];
  return texts.flatMap((source) =>
    [...source.text.matchAll(pattern)].flatMap((match) => {
      const before = source.text.slice(0, match.index);
      if (/s([/|,#@])[^/|,#@\s]*$/.test(before) || /(?:^|["'\n])\s*#[^\n]*$/.test(before)) return [];
      const { start, end } = source.spanOf(match.index, match.index + match[0].length);
      return run && isSearched(run, start) ? [] : [spanOf(start, end)];
    }),
  );
}

const isSearched = (run: RunInstruction, at: number): boolean =>
  run.commands.some(
    ({ name, span }) =>
      span.start <= at && at < span.end && /^(?:[ef]?grep|rg|awk|test|\[)$/.test(name ?? ''),
  );
