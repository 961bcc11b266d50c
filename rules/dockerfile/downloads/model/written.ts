import { matchesOf } from '../../../matches';
import type { Span } from '../../../text';
import type { Instruction } from '../../model/instructions';
import type { RunInstruction } from '../../model/instructions/command-line';
import type { MappedText } from '../../model/mapped-text';

/**
 * Where an instruction writes what the pattern tells: in the words of a RUN, or in a heredoc. What is only looked for
 * (`grep`, the first half of `sed s/…/…/`) or commented out is left out.
 */
export function writtenIn(instruction: Instruction, pattern: RegExp): readonly Span[] {
  const run = instruction.kind === 'run' ? instruction : undefined;
  const places: Span[] = [];
  const search = (source: MappedText): void => {
    for (const match of matchesOf(source.text, pattern)) {
      const before = lineBefore(source.text, match.index);
      const place = source.spanOf(match.index, match.index + match[0].length);
      if (!isComment(before) && !(run && isSearched(run, place, before))) places.push(place);
    }
  };
  if (run) search(run.text);
  for (const { content } of instruction.heredocs) search(content);
  return places;
}

/** What stands before a place on its line, as far as it tells something. */
const lineBefore = (text: string, at: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - maxBefore), at);

const maxBefore = 200;

/** A line of a heredoc, or of a text in quotes, that is commented out. */
const isComment = (before: string): boolean =>
  /^[ \t]*#/.test(before.slice(Math.max(before.lastIndexOf('"'), before.lastIndexOf("'")) + 1));

function isSearched(run: RunInstruction, { start }: Span, before: string): boolean {
  const command = run.commands.findLast(({ span }) => span.start <= start && start < span.end);
  const name = command?.name ?? '';
  if (name === 'sed' || name === 'perl') return /s([/|,#@])[^/|,#@\s]*$/.test(before);
  return /^(?:[ef]?grep|rg|awk|test|\[)$/.test(name);
}
