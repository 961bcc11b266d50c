import { say } from '../../message';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'hadolint-ignore',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Comment silences hadolint without a reason',
  why: 'The comment holds a finding back and has no room to say why. The next reader cannot tell whether it is still right.',
  remedy: 'Mend what it holds back, or write `# seaworthy-ignore RULE: reason`.',
  aliases: ['DL1001'],
  references: [
    { title: 'hadolint: inline ignores', url: 'https://github.com/hadolint/hadolint#inline-ignores' },
  ],

  file({ comments, instructions }, { report }) {
    const isBetween = ({ start, end }: { start: number; end: number }): boolean =>
      !instructions.some(({ span }) => span.start < start && end < span.end);
    for (const { text, span } of comments)
      if (pragma.test(text) && isBetween(span))
        report(
          span,
          say`This comment silences hadolint and does not say why. Write \`# seaworthy-ignore RULE: reason\`.`,
        );
  },
});

const pragma = /^hadolint\s+ignore\s*=\s*(?:DL|SC)\d+(?:\s*,\s*(?:DL|SC)\d+)*\s*$/;
