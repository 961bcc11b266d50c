import { say } from '../../message';
import { shellCheck } from '../../references';
import { removeWord, replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'echo-flag-in-sh',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`echo -e` prints its flag',
  why: 'The `sh` of Debian and Ubuntu is dash, whose `echo` prints `-e` as part of the text: it ends up in the file that is written. Escapes such as `\\n` it knows without the flag.',
  remedy: 'Leave `-e` out, or write `printf`.',
  aliases: [],
  alsoKnownAs: ['SC3037'],
  references: [shellCheck('SC3037')],
  fix: 'safe',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, text, shell } of unknownToShell(run, 'echo-flag'))
      report(span, say`\`${shell}\` runs this, and prints \`${text}\` as text. Leave \`-e\` out.`, {
        fix: {
          title: say`Leave -e out`,
          edits: [text === '-e' ? removeWord(span) : replaceWord(span, '-n')],
        },
      });
  },
});
