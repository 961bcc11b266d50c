import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Span } from '../../text';
import { type DockerfileEdit, replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'blank-continuation',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Blank line inside of an instruction',
  why: 'The instruction goes on behind the blank line, though it looks as if it had ended. A coming version of Docker refuses such files.',
  remedy: 'Take the blank line out, or write a comment there.',
  aliases: ['buildkit:NoEmptyContinuation'],
  references: [dockerDocs('reference/build-checks/no-empty-continuation/', 'NoEmptyContinuation')],
  fix: 'safe',

  instruction(instruction, { report }) {
    const [first, ...others] = instruction.blankContinuations;
    if (!first) return;
    const edits: [DockerfileEdit, ...DockerfileEdit[]] = [without(first), ...others.map(without)];
    report(first, say`${instruction.title} goes on behind this blank line. Take the line out.`, {
      fix: { title: say`Take blank lines out`, edits },
    });
  },
});

/** A blank line goes as a whole, and what stands behind it stays where it is. */
const without = (blank: Span): DockerfileEdit => replaceWord(blank, '');
