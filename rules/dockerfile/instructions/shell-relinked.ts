import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceInstruction } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'shell-relinked',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'RUN makes another program of /bin/sh',
  why: 'All scripts of the image run by the new shell from then on, also those of packages that are written for the old one.',
  remedy: 'Choose the shell of RUN by SHELL.',
  aliases: ['DL4005'],
  references: [dockerDocs('reference/dockerfile/#shell', 'Dockerfile reference, SHELL')],
  fix: 'review',

  programs: ['ln'],
  run(run, { report }) {
    for (const command of run.commands) {
      const [shell, target] = command.name === 'ln' ? command.positionals() : [];
      if (!shell || target?.known !== '/bin/sh') continue;
      const isAlone = run.commands.length === 1 && run.flags.length === 0;
      report(command.nameSpan, say`This makes another program of /bin/sh. Choose the shell by SHELL.`, {
        fix:
          isAlone && shell.known?.startsWith('/')
            ? { title: say`Write SHELL`, edits: [replaceInstruction(run, `SHELL ["${shell.known}", "-c"]`)] }
            : undefined,
      });
    }
  },
});
