import { say } from '../../message';
import { shellCheck } from '../../references';
import { dockerfileRule } from '../model/rule';
import { runByBash, unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'process-substitution-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: '`<(…)` in a shell that does not know it',
  why: 'The `sh` of Debian and Ubuntu is dash, which takes `<(…)` for a mistake of syntax, and the build fails.',
  remedy: 'Write the output to a file first, or set `SHELL ["/bin/bash", "-c"]` before the RUN.',
  aliases: [],
  alsoKnownAs: ['SC3001'],
  references: [shellCheck('SC3001')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, shell } of unknownToShell(run, 'process'))
      report(
        span,
        say`\`${shell}\` runs this, and has no \`<(…)\`. Use a file or a pipe, or let Bash run it.`,
        { fix: runByBash(run) },
      );
  },
});
