import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { literalOf } from './model/literals';

export default dockerfileRule({
  id: 'environment-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Credential in ENV, in the open',
  why: 'Whoever may read this file, its history or the image has the credential. It stays in the history when the line is gone.',
  remedy:
    'Give it to the container when it runs. If the build needs it, mount it with `RUN --mount=type=secret`. Replace the credential, since it has leaked.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(798)],
  inOnbuild: true,

  env(env, { report }) {
    for (const pair of env.pairs) {
      const secret = literalOf(pair);
      if (!secret) continue;
      report(
        secret,
        say`ENV ${pair.name.value} holds ${secret.kind} in the open. Give it to the container when it runs, and replace it, since it has leaked.`,
        { confidence: secret.confidence },
      );
    }
  },
});
