import { say } from '../../message';
import { dockerfileRule } from '../model/rule';
import { addFirst } from '../packages/model/edits';
import { mayHideFlags } from '../packages/model/hidden-flags';
import { switchOf, wget } from './model/flags';

export default dockerfileRule({
  id: 'wget-progress',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: '`wget` fills the log with its progress',
  why: 'wget writes a line for every 50 kilobytes where it has no terminal, and the build log keeps them all: what matters in it is hard to find.',
  remedy: 'Add `--progress=dot:giga`, or `-nv` for one line for each file, or `-q` for none.',
  aliases: ['DL3047'],
  references: [
    {
      title: 'GNU Wget manual, download options',
      url: 'https://www.gnu.org/software/wget/manual/html_node/Download-Options.html',
    },
  ],
  fix: 'safe',
  inOnbuild: true,

  programs: ['wget'],
  command(command, { report }) {
    if (command.args.length === 0 || mayHideFlags(command)) return;
    if (command.args.some(({ value }) => quiet.test(value)) || switchOf(command, wget, 'q', [])) return;
    // wget's letters `a` and `o` send the log elsewhere; `V` and `h` download nothing.
    if (
      switchOf(command, wget, 'a', []) ||
      switchOf(command, wget, 'o', []) ||
      switchOf(command, wget, 'V', ['--help'])
    )
      return;
    const edit = addFirst(command, '--progress=dot:giga');
    report(
      command.nameSpan,
      say`wget writes its progress to the log, line after line. Add \`--progress=dot:giga\`.`,
      {
        fix: edit && { title: say`Add --progress=dot:giga`, edits: [edit] },
      },
    );
  },
});

const quiet =
  /^(?:--quiet|--no-verbose|-nv|-nvc?|--progress(?:=.*)?|--output-file(?:=.*)?|--append-output(?:=.*)?|--version|--spider)$/;
