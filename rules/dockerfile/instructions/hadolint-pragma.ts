import { say } from '../../message';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'hadolint-pragma',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Comment that silences hadolint for one instruction',
  why: 'Whoever forbids such comments wants exceptions to stand in one place, where somebody looks after them.',
  remedy: 'Put the exception into the configuration.',
  aliases: ['DL1001'],
  references: [
    { title: 'hadolint: inline ignores', url: 'https://github.com/hadolint/hadolint#inline-ignores' },
  ],

  file({ comments, instructions }, { report }) {
    const inside = new Set(instructions.flatMap(({ commentsInside }) => commentsInside));
    for (const comment of comments)
      if (!inside.has(comment) && /^hadolint\s+ignore\s*=\s*(?:DL|SC)\d/.test(comment.text))
        report(comment, say`This comment silences hadolint. Put the exception into its configuration.`);
  },
});
