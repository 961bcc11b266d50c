import { say } from '../../../message';
import { removeInstruction } from '../../model/edit';
import type { Instruction } from '../../model/instructions';
import type { DockerfileContext } from '../../model/rule';

/** Reports all but the last: those that do nothing. */
export function reportOverridden(
  instructions: readonly Instruction[],
  { report, uri }: DockerfileContext,
): void {
  const last = instructions.at(-1);
  for (const instruction of instructions.slice(0, -1))
    report(
      instruction.keyword,
      say`A later ${instruction.title} of this stage replaces this one. Take out the one that is not meant.`,
      {
        tags: ['unnecessary'],
        related: last ? [{ uri, span: last.keyword.span, message: say`This one counts.` }] : [],
        fix: { title: say`Take this ${instruction.title} out`, edits: [removeInstruction(instruction)] },
      },
    );
}
