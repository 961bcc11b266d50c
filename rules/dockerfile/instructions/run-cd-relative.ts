import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'run-cd-relative',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: '`cd` to a relative path in RUN',
  why: 'A relative path leads elsewhere as soon as the folder before it changes.',
  remedy: 'Write the whole path, or set WORKDIR.',
  aliases: ['kics:f4a6bcd3-e231-4acf-993c-aa027be50d2e'],
  references: [dockerDocs('build/building/best-practices/#workdir', 'Building best practices, WORKDIR')],

  programs: ['cd'],
  command(command, { report }) {
    const folder = command.positionals()[0];
    if (folder?.known === undefined || (absolute.test(folder.known) && !climbs.test(folder.known))) return;
    report(folder, say`\`cd ${folder.value}\` is relative. Write the whole path, or set WORKDIR.`);
  },
});

const absolute = /^(?:[/\\~]|[a-zA-Z]:|-$)/;
const climbs = /(?:^|\/)\.\.(?:\/|$)/;
