import { say } from '../../message';
import { shellCheck } from '../../references';
import { dockerfileRule } from '../model/rule';
import { runByBash, unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'bash-command-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'Command that only Bash has',
  why: '`pushd`, `shopt`, `declare` and the like are part of Bash. The `sh` of Debian, Ubuntu and Alpine does not find them, and behind `;` goes on in the wrong place.',
  remedy: 'Write it as `sh` knows it, or set `SHELL ["/bin/bash", "-c"]` before the RUN.',
  aliases: [],
  alsoKnownAs: ['SC3044'],
  references: [shellCheck('SC3044')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, text, shell } of unknownToShell(run, 'command'))
      report(
        span,
        say`\`${shell}\` runs this, and has no \`${text}\`. Write it as \`sh\` knows it, or let Bash run it.`,
        { fix: runByBash(run) },
      );
  },
});
