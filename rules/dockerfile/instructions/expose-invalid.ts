import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { rangeOf, writtenPorts } from './model/expose';

export default dockerfileRule({
  id: 'expose-invalid',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'EXPOSE of something that is no port',
  why: 'Docker refuses to build the file.',
  remedy: 'Write a port or a range, with `/tcp`, `/udp` or `/sctp` where needed: `8000-8010/udp`.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#expose', 'Dockerfile reference, EXPOSE')],

  expose(expose, { report }) {
    for (const { port, text, numbers, protocol } of writtenPorts(expose)) {
      const range = rangeOf(numbers);
      if (!range)
        report(port.word, say`\`${text}\` is no port. Write a number or a range such as \`8000-8010\`.`);
      else if (range[0] > range[1]) report(port.word, say`The range \`${numbers}\` ends before it begins.`);
      else if (!/^(?:tcp|udp|sctp)?$/i.test(protocol))
        report(port.word, say`\`${protocol}\` is no protocol: use \`tcp\`, \`udp\` or \`sctp\`.`);
    }
  },
});
