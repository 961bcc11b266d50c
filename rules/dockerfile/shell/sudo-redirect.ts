import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Command, Redirection } from '../model/shell/command';

export default dockerfileRule({
  id: 'sudo-redirect',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`sudo` does not write the file behind `>`',
  why: 'The shell opens the file, as the user of the RUN, before `sudo` starts. Where only root may write it, the command fails.',
  remedy: 'Pipe into `sudo tee`, or write the file while `USER` is still root.',
  aliases: [],
  alsoKnownAs: ['SC2024'],
  references: [shellCheck('SC2024')],
  fix: 'review',

  programs: ['sudo'],
  run(run, { report }) {
    if (!run.commands.some(({ name }) => name === 'sudo')) return;
    const user = run.stage?.userAt(run);
    if (!user?.resolved || /^(?:root|0)(?::|$)/.test(user.value)) return;
    for (const command of run.commands) {
      if (command.name !== 'sudo') continue;
      for (const redirection of command.redirections)
        if (writesForRoot(redirection))
          report(
            redirection,
            say`User \`${user.value}\` opens \`${redirection.target?.value ?? ''}\`, not \`sudo\`. Pipe into \`sudo tee\`.`,
            { fix: teeFor(command, redirection) },
          );
    }
  },
});

/** Files of the system; those below a home or `/tmp` users may write. */
const writesForRoot = ({ operator, target }: Redirection): boolean =>
  /^&?>>?\|?$/.test(operator) &&
  /^\/(?:etc|usr|lib|opt|var|root|bin|sbin|srv|boot)\//.test(target?.known ?? '') &&
  !/^\/var\/tmp\//.test(target?.known ?? '');

function teeFor(command: Command, { operator, descriptor, target, span }: Redirection) {
  if (!target || (operator !== '>' && operator !== '>>') || descriptor !== undefined) return undefined;
  if (command.redirections.length > 1 || span.end !== command.span.end || command.position.pipeline)
    return undefined;
  const tee = `| sudo tee ${operator === '>>' ? '-a ' : ''}${target.text} > /dev/null`;
  return { title: say`Write it with sudo tee`, edits: [replaceWord(span, tee)] as const };
}
