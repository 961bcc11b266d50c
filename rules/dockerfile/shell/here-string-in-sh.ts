import { say } from '../../message';
import { shellCheck } from '../../references';
import { dockerfileRule } from '../model/rule';
import { runByBash, unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'here-string-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: '`<<<` in a shell that does not know it',
  why: 'The `sh` of Debian, Ubuntu and Alpine takes `<<<` for a mistake of syntax, and the build fails.',
  remedy: 'Write `printf %s "$text" | command`, or set `SHELL ["/bin/bash", "-c"]` before the RUN.',
  aliases: [],
  alsoKnownAs: ['SC3011'],
  references: [shellCheck('SC3011')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, shell } of unknownToShell(run, 'here-string'))
      report(span, say`\`${shell}\` runs this, and has no \`<<<\`. Pipe the text in, or let Bash run it.`, {
        fix: runByBash(run),
      });
  },
});
