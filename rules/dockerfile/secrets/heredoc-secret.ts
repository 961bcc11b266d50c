import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { literalsIn } from './model/literals';

export default dockerfileRule({
  id: 'heredoc-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Credential in a file that COPY or ADD writes, in the open',
  why: 'Whoever may read this file, its history or the image has the credential. It stays in the history when the line is gone.',
  remedy:
    'Mount the file as a secret instead, or give it to the container when it runs. Replace the credential, since it has leaked.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(798)],
  inOnbuild: true,

  files(instruction, { report }) {
    for (const { body } of instruction.heredocs)
      for (const secret of literalsIn(body))
        report(
          secret,
          say`This file has ${secret.kind} in the open. Mount it as a secret, and replace the credential, since it has leaked.`,
        );
  },
});
