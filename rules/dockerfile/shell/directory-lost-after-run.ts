import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceInstruction } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'directory-lost-after-run',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`RUN cd` has no effect on later instructions',
  why: 'Each RUN is a shell of its own and begins in the directory of WORKDIR. Where `cd` is the last thing that a RUN does, nothing runs there.',
  remedy: 'Write `WORKDIR` for the instructions that follow.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#workdir', 'WORKDIR')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    if (run.form === 'exec') return;
    const last = run.commands.at(-1);
    if (last?.name !== 'cd' || last.position.inside.length > 0 || last.args.length === 0) return;
    if (/^[./-]+$/.test(last.args[0]?.value ?? '') && run.commands.length > 1) return;
    report(
      last,
      say`The next instruction is back in the directory of WORKDIR. Write \`WORKDIR ${last.args[0]?.value ?? ''}\`.`,
      {
        fix: workdirFor(run, last),
      },
    );
  },
});

function workdirFor(run: RunInstruction, { args }: Command) {
  const path = args[0]?.known;
  if (
    run.commands.length > 1 ||
    args.length > 1 ||
    path === undefined ||
    !/^[\w./-]+$/.test(path) ||
    path.startsWith('-')
  )
    return undefined;
  if (run.flags.length > 0 || run.form !== 'shell') return undefined;
  return { title: say`Write WORKDIR`, edits: [replaceInstruction(run, `WORKDIR ${path}`)] as const };
}
