import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { rangeOf, writtenPorts } from './model/expose';

export default dockerfileRule({
  id: 'expose-port-range',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'EXPOSE of a port that does not exist',
  why: 'Ports end at 65535. Docker refuses to build the file.',
  remedy: 'Write the port that the program listens on.',
  aliases: ['DL3011', 'DS-0008', 'kics:71bf8cf8-f0a1-42fa-b9d2-d10525e0a38e'],
  references: [dockerDocs('reference/dockerfile/#expose', 'Dockerfile reference, EXPOSE')],

  expose(expose, { report }) {
    for (const { port, numbers } of writtenPorts(expose))
      if (rangeOf(numbers)?.some((number) => number > 65535))
        report(port.word, say`There is no port ${numbers}: ports end at 65535.`);
  },
});
