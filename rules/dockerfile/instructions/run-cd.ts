import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'run-cd',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: '`cd` in RUN',
  why: 'Where a `cd` leads must be followed by eye through the whole command, and it ends with it. WORKDIR says it once.',
  remedy: 'Set WORKDIR before the RUN.',
  aliases: ['DL3003', 'DS-0013'],
  references: [dockerDocs('build/building/best-practices/#workdir', 'Building best practices, WORKDIR')],

  programs: ['cd'],
  run({ commands }, { report }) {
    const first = commands.find(({ name }) => name === 'cd');
    if (first) report(first.nameSpan, say`Use WORKDIR rather than \`cd\`.`);
  },
});
