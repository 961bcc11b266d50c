import type { Span } from '../../../text';
import type { Instruction } from '../../model/instructions';
import type { RunInstruction } from '../../model/instructions/command-line';

/**
 * Where an instruction writes what the pattern tells: in the words of a RUN, or in a heredoc. What is only looked for
 * (`grep`, the first half of `sed s/…/…/`) or commented out is left out.
 */
export function writtenIn(instruction: Instruction, pattern: RegExp): readonly Span[] {
  const run = instruction.kind === 'run' ? instruction : undefined;
  const texts = [...(run ? [run.text] : []), ...instruction.heredocs.map(({ content }) => content)];
  return texts.flatMap((source) =>
    [...source.text.matchAll(pattern)].flatMap((match) => {
      const before = source.text.slice(0, match.index);
      const place = source.spanOf(match.index, match.index + match[0].length);
      if (/(?:^|["'\n])[ \t]*#[^\n]*$/.test(before) || (run && isSearched(run, place, before))) return [];
      return [place];
    }),
  );
}

function isSearched(run: RunInstruction, { start }: Span, before: string): boolean {
  const command = run.commands.findLast(({ span }) => span.start <= start && start < span.end);
  const name = command?.name ?? '';
  if (name === 'sed' || name === 'perl') return /s([/|,#@])[^/|,#@\s]*$/.test(before);
  return /^(?:[ef]?grep|rg|awk|test|\[)$/.test(name);
}
