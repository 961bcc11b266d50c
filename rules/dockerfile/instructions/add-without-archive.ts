import { say } from '../../message';
import { cisDocker, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isRemote } from './model/added';

export default dockerfileRule({
  id: 'add-without-archive',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'ADD where COPY would do',
  why: 'ADD is for tar archives, which it unpacks, and for what it fetches. Of other files it does what COPY does, with more that may surprise.',
  remedy: 'Use COPY for local files.',
  aliases: ['DS-0005'],
  references: [
    cisDocker('4.9'),
    dockerDocs('build/building/best-practices/#add-or-copy', 'Building best practices, ADD or COPY'),
  ],

  add(add, { report }) {
    const sources = add.sources.map(({ known }) => known);
    if (sources.some((source) => source === undefined || isRemote(source) || tar.test(source))) return;
    report(add.keyword, say`ADD is for tar archives. Use COPY.`);
  },
});

const tar = /\.t(?:ar|gz|bz2?|xz|zst)\b/i;
