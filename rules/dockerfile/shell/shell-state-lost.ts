import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'shell-state-lost',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'RUN changes only its own shell',
  why: 'Each RUN is a shell of its own. What `source`, `alias`, `umask` or `ulimit` change is gone when it ends, and the next RUN works without it.',
  remedy: 'Put it in the RUN that needs it, write ENV for variables, or take it away.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#run', 'RUN')],
  inOnbuild: true,

  run(run, { report }) {
    if (run.form === 'exec' || run.commands.length === 0 || !run.commands.every(isState)) return;
    const told = run.commands.find(({ name }) => name !== 'set');
    const first = told ?? run.commands[0];
    if (first)
      report(
        first,
        say`This changes the shell of this RUN alone, which ends here. Put it in the RUN that needs it.`,
      );
  },
});

/** Scripts that a shell reads only for the variables and functions in them. */
const settings =
  /(?:^|\/)(?:activate|\.bashrc|\.bash_profile|\.profile|\.zshrc|\.cargo\/env|nvm\.sh|setup\.bash|setvars\.sh|etc\/profile|conda\.sh)$/;

function isState({ name, args, position, redirections }: Command): boolean {
  if (position.inside.length > 0 || redirections.length > 0) return false;
  if (name === 'source' || name === '.') return settings.test(args[0]?.value ?? '');
  return /^(?:alias|umask|ulimit|shopt|set)$/.test(name ?? '') && args.length > 0;
}
