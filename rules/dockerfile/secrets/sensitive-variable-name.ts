import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'sensitive-variable-name',
  topic: 'C1',
  severity: 'info',
  profile: 'all',
  title: 'Name of ARG or ENV speaks of something private',
  why: 'Values of ARG and ENV are kept with the image. A name that speaks of passwords, tokens, private things or user names may hold what should not be there, whatever its value is today.',
  remedy: 'Mount secrets with `RUN --mount=type=secret`, or give the variable a name that does not mislead.',
  aliases: ['DL3064'],
  references: [dockerDocs('build/building/secrets/', 'Build secrets')],
  inOnbuild: true,

  kinds: ['arg', 'env'],
  instruction(instruction, { report }) {
    if (instruction.kind !== 'arg' && instruction.kind !== 'env') return;
    for (const { name } of instruction.pairs)
      if (/password|secret|token|api_key|private|username|aws_access_key_id/i.test(name.raw))
        report(
          name,
          say`${instruction.title} ${name.raw} has the name of something private. Do not keep such things in the image.`,
        );
  },
});
