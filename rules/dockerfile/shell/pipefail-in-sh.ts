import { say } from '../../message';
import { shellCheck } from '../../references';
import { dockerfileRule } from '../model/rule';
import { runByBash, unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'pipefail-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: '`set -o pipefail` in a shell that does not know it',
  why: 'The `sh` of Debian and Ubuntu is dash, whose older versions take `pipefail` for a mistake and end the RUN there.',
  remedy: 'Set `SHELL ["/bin/bash", "-o", "pipefail", "-c"]` before the RUN.',
  aliases: [],
  alsoKnownAs: ['SC3040'],
  references: [shellCheck('SC3040')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, shell } of unknownToShell(run, 'pipefail'))
      report(span, say`\`${shell}\` runs this, and its version here has no \`pipefail\`. Let Bash run it.`, {
        fix: runByBash(run),
      });
  },
});
