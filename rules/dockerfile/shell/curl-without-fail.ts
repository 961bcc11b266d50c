import { say } from '../../message';
import { insertWordAfter } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'curl-without-fail',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`curl` takes an error page for the file',
  why: 'Without `-f`, curl is content with what a server sends beside an error such as 404: the page is stored, unpacked or run in the place of the file.',
  remedy: 'Add `-f`.',
  aliases: [],
  references: [{ title: 'curl: --fail', url: 'https://curl.se/docs/manpage.html#-f' }],
  fix: 'review',
  inOnbuild: true,

  programs: ['curl'],
  command(command, { report }) {
    if (!isKept(command) || command.hasHiddenArguments) return;
    if (
      command.hasFlag(
        '-f',
        '--fail',
        '--fail-with-body',
        '-K',
        '--config',
        '-I',
        '--head',
        '-w',
        '--write-out',
      )
    )
      return;
    if (command.args.some(({ value }) => /^(?:ftp|file):/.test(value))) return;
    report(
      command.nameSpan,
      say`Where the server answers with an error, \`curl\` takes the error page for the file. Add \`-f\`.`,
      {
        fix: { title: say`Add -f`, edits: [insertWordAfter(command.nameSpan, '-f')] },
      },
    );
  },
});

/** What it brings is stored or handed on. */
const isKept = (command: Command): boolean =>
  command.pipesInto.length > 0 ||
  command.hasFlag(
    '-o',
    '-O',
    '--output',
    '--remote-name',
    '-J',
    '--remote-header-name',
    '--output-dir',
    '--remote-name-all',
  ) ||
  command.redirections.some(
    ({ operator, target }) => /^>/.test(operator) && !(target?.known ?? '').startsWith('/dev/'),
  );
