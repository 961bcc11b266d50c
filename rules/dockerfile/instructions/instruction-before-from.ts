import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'instruction-before-from',
  topic: 'C10',
  severity: 'error',
  profile: 'all',
  title: 'First instruction is neither FROM nor ARG',
  why: 'Without FROM there is nothing to work on: Docker refuses the file. The syntax check says so too; this is the name that other tools have for it.',
  remedy: 'Begin the file with FROM.',
  aliases: ['DL3061'],
  references: [dockerDocs('reference/dockerfile/#format', 'Dockerfile reference, format')],

  file({ instructions }, { report }) {
    for (const { kind, keyword, title } of instructions) {
      if (kind === 'from') return;
      if (kind !== 'arg' && kind !== 'unknown') report(keyword, say`${title} stands before the first FROM.`);
    }
  },
});
