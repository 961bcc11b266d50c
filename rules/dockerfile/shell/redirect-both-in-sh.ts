import { say } from '../../message';
import { shellCheck } from '../../references';
import type { Span } from '../../text';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { unknownToShell } from './model/bashisms';

export default dockerfileRule({
  id: 'redirect-both-in-sh',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: '`&>` in a shell that does not know it',
  why: 'The `sh` of Debian and Ubuntu is dash, which reads `command &> file` as two things: the command in the background, whose failure nobody sees, and an empty file.',
  remedy: 'Write `> file 2>&1`.',
  aliases: [],
  alsoKnownAs: ['SC3020'],
  references: [shellCheck('SC3020')],
  fix: 'safe',
  inOnbuild: true,

  run(run, { report }) {
    for (const { span, text, shell } of unknownToShell(run, 'redirect-both'))
      report(
        span,
        say`\`${shell}\` runs this in the background, and its failure is lost. Write \`> file 2>&1\`.`,
        { fix: plainRedirection(span, text) },
      );
  },
});

function plainRedirection(span: Span, text: string) {
  const match = /^&(>>?)([ \t]*)(\S+)$/.exec(text);
  if (!match) return undefined;
  const [, operator = '', gap = '', target = ''] = match;
  return {
    title: say`Redirect both in plain sh`,
    edits: [replaceWord(span, `${operator}${gap}${target} 2>&1`)] as const,
  };
}
