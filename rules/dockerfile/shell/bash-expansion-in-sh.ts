import { say } from '../../message';
import { shellCheck } from '../../references';
import { dockerfileRule } from '../model/rule';
import { runByBash, unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'bash-expansion-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'Variable is cut or replaced as only Bash can',
  why: 'The `sh` of Debian and Ubuntu is dash, which takes replacing, cutting and looking up a variable by another for a mistake of syntax: the RUN ends there.',
  remedy: 'Use `sed` or `cut`, or set `SHELL ["/bin/bash", "-c"]` before the RUN.',
  aliases: [],
  alsoKnownAs: ['SC3053', 'SC3057', 'SC3059', 'SC3060'],
  references: [shellCheck('SC3053'), shellCheck('SC3057'), shellCheck('SC3059'), shellCheck('SC3060')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, text, shell } of unknownToShell(run, 'expansion'))
      report(
        span,
        say`\`${shell}\` runs this and does not know \`${text}\`. Use \`sed\` or \`cut\`, or let Bash run it.`,
        { fix: runByBash(run) },
      );
  },
});
