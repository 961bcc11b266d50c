import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { literalOf } from './model/literals';

export default dockerfileRule({
  id: 'build-argument-default-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Credential as the default of ARG, in the open',
  why: 'Whoever may read this file, its history or the image has the credential. It stays in the history when the line is gone.',
  remedy: 'Mount it with `RUN --mount=type=secret` instead. Replace the credential, since it has leaked.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(798)],
  inOnbuild: true,

  arg(arg, { report }) {
    for (const pair of arg.pairs) {
      const secret = literalOf(pair);
      if (!secret) continue;
      report(
        secret,
        say`The default of ARG ${pair.name.value} is ${secret.kind} in the open. Mount it as a secret, and replace it, since it has leaked.`,
        { confidence: secret.confidence },
      );
    }
  },
});
