import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'copy-root-to-root',
  topic: 'C6',
  severity: 'info',
  profile: 'all',
  title: 'COPY of a whole file system',
  why: 'Everything that the other stage holds comes along: its tools, its caches, what was left behind of secrets.',
  remedy: 'Copy the files that are needed.',
  aliases: ['DL3067'],
  references: [dockerDocs('build/building/multi-stage/', 'Multi-stage builds')],

  copy({ from, sources, destination, keyword }, { report }) {
    if (!from || destination?.known !== '/' || !sources.some(({ known }) => known === '/')) return;
    report(keyword, say`COPY takes the whole file system of \`${from.value}\`. Copy what is needed.`);
  },
});
