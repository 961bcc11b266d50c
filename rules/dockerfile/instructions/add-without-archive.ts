import { say } from '../../message';
import { cisDocker, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'add-without-archive',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'ADD of anything but a tar archive',
  why: 'Unpacking a local archive is what ADD is for. What it fetches from elsewhere may be anything.',
  remedy: 'Use COPY for local files; fetch others in a RUN that checks what it got.',
  aliases: ['DS-0005'],
  references: [
    cisDocker('4.9'),
    dockerDocs('build/building/best-practices/#add-or-copy', 'Building best practices, ADD or COPY'),
  ],

  add(add, { report }) {
    const sources = add.sources.map(({ known }) => known);
    if (sources.some((source) => source === undefined || /\.t(?:ar|gz)\b/i.test(source))) return;
    report(add.keyword, say`ADD is for tar archives. Use COPY.`);
  },
});
