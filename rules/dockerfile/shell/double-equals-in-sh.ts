import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'double-equals-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: '`==` in a test of a shell that does not know it',
  why: 'The `sh` of Debian and Ubuntu is dash. To dash `==` in `[ … ]` is an error, which `if` takes for no: the build goes on with the wrong branch.',
  remedy: 'Write `=`, which every shell knows.',
  aliases: [],
  alsoKnownAs: ['SC3014'],
  references: [shellCheck('SC3014')],
  fix: 'safe',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, shell } of unknownToShell(run, 'double-equals'))
      report(span, say`\`${shell}\` runs this, and has no \`==\`: the test always fails. Write \`=\`.`, {
        fix: { title: say`Write =`, edits: [replaceWord(span, '=')] },
      });
  },
});
