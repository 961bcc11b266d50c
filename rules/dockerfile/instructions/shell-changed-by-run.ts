import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'shell-changed-by-run',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'RUN that changes or chooses a shell',
  why: 'Docker has SHELL for it, which says once what all that follows is run by.',
  remedy: 'Write SHELL.',
  aliases: ['kics:8a301064-c291-4b20-adcb-403fe7fd95fd'],
  references: [dockerDocs('reference/dockerfile/#shell', 'Dockerfile reference, SHELL')],

  programs: ['powershell', 'mv', 'chsh', 'usermod', 'ln'],
  command(command, { report }) {
    const isChange =
      command.name === 'powershell' || command.args.some(({ known }) => shell.test(known ?? ''));
    if (isChange) report(command.nameSpan, say`Choose the shell by SHELL rather than by RUN.`);
  },
});

const shell = /^\/(?:usr\/)?bin\/(?:ba|z|k|c|tc|fi|da|a)?sh$/;
