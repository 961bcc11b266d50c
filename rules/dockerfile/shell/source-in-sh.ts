import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'source-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: '`source` in a shell that does not know it',
  why: 'The `sh` of Debian and Ubuntu is dash, which has no `source`: the command is not found, and what the file sets is not set.',
  remedy: 'Write `.` instead, with a path that has a slash in it.',
  aliases: [],
  alsoKnownAs: ['SC3046'],
  references: [shellCheck('SC3046')],
  fix: 'safe',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, shell } of unknownToShell(run, 'source'))
      report(span, say`\`${shell}\` runs this, and has no \`source\`. Write \`.\` instead.`, {
        fix: { title: say`Write .`, edits: [replaceWord(span, '.')] },
      });
  },
});
