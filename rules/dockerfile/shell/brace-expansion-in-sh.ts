import { say } from '../../message';
import { shellCheck } from '../../references';
import { dockerfileRule } from '../model/rule';
import { runByBash, unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'brace-expansion-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'Braces that the shell does not expand',
  why: 'The `sh` of Debian, Ubuntu and Alpine takes `{a,b}` as it is written: `mkdir /app/{logs,data}` makes one folder with that very name, and nobody is told.',
  remedy: 'Write it as `sh` knows it, or set `SHELL ["/bin/bash", "-c"]` before the RUN.',
  aliases: [],
  alsoKnownAs: ['SC3009'],
  references: [shellCheck('SC3009')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, text, shell } of unknownToShell(run, 'brace'))
      report(
        span,
        say`\`${shell}\` runs this and takes \`${text}\` as it is written. Write the words out, or let Bash run it.`,
        { fix: runByBash(run) },
      );
  },
});
