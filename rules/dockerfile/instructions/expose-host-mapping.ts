import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { writtenPorts } from './model/expose';

export default dockerfileRule({
  id: 'expose-host-mapping',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'EXPOSE with an address or a port of the host',
  why: 'EXPOSE only says which ports the container listens on. The address or port of the host is ignored, though it looks as if it kept the port local; a coming version of Docker refuses it.',
  remedy: 'Name the port of the container alone, and publish it with `docker run -p`.',
  aliases: ['buildkit:ExposeInvalidFormat'],
  references: [dockerDocs('reference/build-checks/expose-invalid-format/', 'ExposeInvalidFormat')],
  fix: 'safe',

  expose(expose, { report }) {
    for (const { port, text, host, numbers, protocol } of writtenPorts(expose)) {
      if (host.replaceAll(':', '') === '') continue;
      const plain = protocol === '' ? numbers : `${numbers}/${protocol}`;
      report(port.word, say`EXPOSE ignores \`${host}\` of \`${text}\`. Write \`${plain}\`.`, {
        fix: port.word.hasVariables
          ? undefined
          : { title: say`Write ${plain}`, edits: [replaceWord(port.word, plain)] },
      });
    }
  },
});
