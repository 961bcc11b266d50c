import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { isPosix } from '../model/shell/shell';

export default dockerfileRule({
  id: 'shell-without-command-flag',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'SHELL without `-c`',
  why: 'Docker puts the text of RUN behind the words of SHELL. Without `-c` the shell takes it for the name of a script and fails.',
  remedy: 'End SHELL with `-c`: `SHELL ["/bin/bash", "-o", "pipefail", "-c"]`.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#shell', 'Dockerfile reference, SHELL')],
  fix: 'safe',

  shell({ words, value }, { report }) {
    const last = words.at(-1);
    if (!last || !value || !isPosix(value.kind) || words.some((word) => /^-[a-zA-Z]*c/.test(word.value)))
      return;
    report(last, say`The shell takes the text of RUN for the name of a script. End SHELL with \`-c\`.`, {
      fix: { title: say`Add -c`, edits: [replaceWord(last, `${JSON.stringify(last.value)}, "-c"`)] },
    });
  },
});
