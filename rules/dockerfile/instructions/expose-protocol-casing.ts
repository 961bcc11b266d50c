import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { writtenPorts } from './model/expose';

export default dockerfileRule({
  id: 'expose-protocol-casing',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Protocol of EXPOSE not in small letters',
  why: 'Docker writes protocols in small letters into the image; tools that compare texts take `80/TCP` for another port.',
  remedy: 'Write `tcp`, `udp` or `sctp`.',
  aliases: ['buildkit:ExposeProtoCasing'],
  references: [dockerDocs('reference/build-checks/expose-proto-casing/', 'ExposeProtoCasing')],
  fix: 'safe',

  expose(expose, { report }) {
    for (const { port, text, protocol } of writtenPorts(expose)) {
      if (protocol === protocol.toLowerCase()) continue;
      const small = text.slice(0, text.length - protocol.length) + protocol.toLowerCase();
      report(port.word, say`Write the protocol of \`${text}\` in small letters.`, {
        fix: port.word.hasVariables
          ? undefined
          : { title: say`Write ${small}`, edits: [replaceWord(port.word, small)] },
      });
    }
  },
});
