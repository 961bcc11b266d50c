import { say } from '../../message';
import { dockerDocs } from '../../references';
import { insertCommandBefore } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { asksForStatus, isFollowedAnyway, isForgottenOnPurpose } from '../model/shell/failure';

export default dockerfileRule({
  id: 'failure-lost',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'RUN goes on after a command that failed',
  why: 'A shell goes on behind `;` and at the end of a line whatever happened before; the RUN has the status of its last command alone. The build then makes an image in which a step is missing.',
  remedy: 'Join the commands by `&&`, or begin with `set -e`.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#run', 'RUN')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    const first = run.commands[0];
    const lost = run.commands.find(
      (command) =>
        command.wrappers.length === 0 &&
        isFollowedAnyway(command) &&
        canFail(command) &&
        !command.isInside('substitution', 'function') &&
        !asksForStatus(command, run.commands) &&
        !isForgottenOnPurpose(command, run.commands),
    );
    if (!lost?.name || !first) return;
    report(
      lost.nameSpan,
      say`Where \`${lost.name}\` fails, the RUN goes on all the same. Begin with \`set -e\`, or join the commands by \`&&\`.`,
      {
        fix:
          run.form === 'exec'
            ? undefined
            : { title: say`Begin with set -e`, edits: [insertCommandBefore(first, 'set -e')] },
      },
    );
  },
});

/** Programs of the shell that do not fail, and `cd`, which has a rule of its own. */
const canFail = ({ name }: Command): boolean =>
  name !== undefined &&
  !/^(?:set|export|echo|printf|cd|true|:|shopt|trap|umask|unset|alias|exit|return|break|continue|local|readonly|declare|shift|sleep|\[|test|date|wait)$/.test(
    name,
  );
