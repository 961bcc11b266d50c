import { say } from '../../message';
import { shellCheck } from '../../references';
import { dockerfileRule } from '../model/rule';
import { runByBash, unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'double-bracket-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: '`[[` in a shell that does not know it',
  why: 'The `sh` of Debian and Ubuntu is dash. To dash `[[` is a program that is not there: `if` takes the error for no, and the build goes on with the wrong branch.',
  remedy: 'Write `[ … ]` with quoted variables, or set `SHELL ["/bin/bash", "-c"]` before the RUN.',
  aliases: [],
  alsoKnownAs: ['SC3010'],
  references: [shellCheck('SC3010')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, shell } of unknownToShell(run, 'double-bracket'))
      report(
        span,
        say`\`${shell}\` runs this, and has no \`[[\`: the test always fails. Write \`[ … ]\`, or let Bash run it.`,
        { fix: runByBash(run) },
      );
  },
});
