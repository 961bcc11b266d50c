import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceInstruction } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'cd-lost',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'RUN that does nothing but `cd`',
  why: 'Each RUN begins in the WORKDIR again. What follows runs in another folder than it looks, and may change or delete the wrong files.',
  remedy: 'Write WORKDIR instead of RUN cd.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#workdir', 'Dockerfile reference, WORKDIR')],
  fix: 'review',

  programs: ['cd'],
  run(run, { report }) {
    const [command, ...others] = run.commands;
    const folder = command?.name === 'cd' ? command.args[0] : undefined;
    if (!command || !folder || others.length > 0 || command.args.length !== 1) return;
    report(
      command.nameSpan,
      say`This \`cd\` ends with its RUN: the next instruction begins in the WORKDIR again.`,
      {
        fix:
          folder.known === undefined || /[~$\s*]/.test(folder.value)
            ? undefined
            : { title: say`Write WORKDIR`, edits: [replaceInstruction(run, `WORKDIR ${folder.value}`)] },
      },
    );
  },
});
