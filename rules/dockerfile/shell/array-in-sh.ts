import { say } from '../../message';
import { shellCheck } from '../../references';
import { dockerfileRule } from '../model/rule';
import { runByBash, unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'array-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'Array in a shell that has none',
  why: 'Only Bash and its like have arrays. The `sh` of Debian, Ubuntu and Alpine takes the parentheses for a mistake of syntax, and the build fails.',
  remedy: 'Write it as `sh` knows it, or set `SHELL ["/bin/bash", "-c"]` before the RUN.',
  aliases: [],
  alsoKnownAs: ['SC3030', 'SC3054'],
  references: [shellCheck('SC3030'), shellCheck('SC3054')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, shell } of unknownToShell(run, 'array'))
      report(span, say`\`${shell}\` runs this, and has no arrays. Use plain words, or let Bash run it.`, {
        fix: runByBash(run),
      });
  },
});
