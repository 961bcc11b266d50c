import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { hasSecretWord } from './model/secret-words';

export default dockerfileRule({
  id: 'secret-variable-name',
  topic: 'C1',
  severity: 'info',
  profile: 'all',
  title: 'Name of ARG or ENV speaks of a secret',
  why: 'Values of ARG and ENV are kept with the image. BuildKit warns of every name that has a word for secrets in it, whatever the value is.',
  remedy: 'Mount secrets with `RUN --mount=type=secret`, or give the variable a name that does not mislead.',
  aliases: ['buildkit:SecretsUsedInArgOrEnv'],
  references: [
    dockerDocs('reference/build-checks/secrets-used-in-arg-or-env/', 'Secrets used in ARG or ENV'),
  ],

  kinds: ['arg', 'env'],
  instruction(instruction, { report }) {
    if (instruction.kind !== 'arg' && instruction.kind !== 'env') return;
    // BuildKit checks what it builds.
    if (!instruction.stage?.isUsed) return;
    for (const { name } of instruction.pairs)
      if (hasSecretWord(name.known ?? name.raw, ['public', 'file', 'version']))
        report(
          name,
          say`${instruction.title} ${name.raw} has the name of a secret. Do not keep secrets in the image.`,
        );
  },
});
