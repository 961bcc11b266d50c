import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { baseName, downloadOf, isInterpreter, verifies } from './model/downloads';

export default dockerfileRule({
  id: 'download-unverified',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'A downloaded program is run without a checksum',
  why: 'https tells that the server is the right one, not that the file is: when the server or its release is taken over, the next build takes that in without a word.',
  remedy:
    'Write the checksum of the file into the Dockerfile, and compare it before the file is used: `echo "<sha256>  tool" | sha256sum -c -`. ADD does it with `--checksum=`.',
  aliases: [],
  references: [cwe(494)],
  inOnbuild: true,

  programs: ['curl', 'wget'],
  run(run, { report }) {
    if (verifies(run)) return;
    for (const command of run.commands) {
      const file = downloadOf(command)?.file;
      if (file === undefined || baseName(file) === '') continue;
      if (run.commands.some((later) => later.order > command.order && uses(later, baseName(file))))
        report(
          command.nameSpan,
          say`${baseName(file)} is used as it comes. Compare it with a checksum that is written here before it is run.`,
        );
    }
  },
});

/** True where a command runs the file, installs it, or lets others run it. */
function uses(command: Command, file: string): boolean {
  const { name = '', args } = command;
  if (name === file && command.nameWord?.text.includes('/')) return true;
  const isNamed = args.some(({ value }) => baseName(value) === file);
  if (!isNamed) return false;
  if (name === 'chmod') return /^(?:[ugoa]*\+[rws]*x|0?[0-7]*[1357][0-7]{0,2})/.test(args[0]?.value ?? '');
  if (name === 'dpkg') return args.some(({ value }) => /^(?:-i|--install)$/.test(value));
  if (name === 'rpm') return args.some(({ value }) => /^-[UiF]/.test(value));
  if (/^(?:apt-get|apt|yum|dnf)$/.test(name)) return args.some(({ value }) => /install$/.test(value));
  return isInterpreter(command);
}
