import { say } from '../../message';
import { dockerDocs } from '../../references';
import { spanOf } from '../../text';
import { replaceWord } from '../model/edit';
import type { Instruction } from '../model/instructions';
import { type DockerfileContext, dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'definition-description',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Comment above a stage or ARG that does not begin with its name',
  why: '`docker build --call=outline` shows such comments as descriptions, but only those that begin with the name. BuildKit has this check among the experimental ones.',
  remedy: 'Begin the comment with the name, or part it from the instruction by a line with `#` alone.',
  aliases: ['buildkit:InvalidDefinitionDescription'],
  references: [
    dockerDocs('reference/build-checks/invalid-definition-description/', 'InvalidDefinitionDescription'),
  ],
  fix: 'safe',

  from(from, context) {
    const name = from.alias?.raw.toLowerCase();
    if (name !== undefined) check(from, [name], context);
  },

  arg(arg, context) {
    check(
      arg,
      arg.pairs.map(({ name }) => name.raw),
      context,
    );
  },
});

function check(instruction: Instruction, names: readonly string[], { report }: DockerfileContext): void {
  const comment = instruction.commentsBefore.at(-1);
  const [name] = names;
  if (!comment || name === undefined || names.includes(comment.text.split(' ')[0] ?? '')) return;
  const { start } = instruction.span;
  report(
    comment,
    say`This comment is taken for a description of \`${name}\`, but does not begin with its name.`,
    {
      fix: {
        title: say`Part the comment from ${instruction.title}`,
        edits: [replaceWord(spanOf(start, start), '#\n')],
      },
    },
  );
}
