import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'onbuild-refused',
  topic: 'C10',
  severity: 'error',
  profile: 'all',
  title: 'ONBUILD of ONBUILD, FROM or MAINTAINER',
  why: 'Docker refuses the file. The syntax check says so too; this is the name that other tools have for it.',
  remedy: 'Take the instruction out.',
  aliases: ['DL3043'],
  references: [
    dockerDocs('reference/dockerfile/#onbuild-limitations', 'Dockerfile reference, limits of ONBUILD'),
  ],

  onbuild({ rest, keyword }, { report }) {
    const refused = /^(?:onbuild|from|maintainer)(?!\S)/i.exec(rest.text)?.[0];
    if (refused !== undefined) report(keyword, say`${refused.toUpperCase()} may not stand behind ONBUILD.`);
  },
});
