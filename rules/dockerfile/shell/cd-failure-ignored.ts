import { say } from '../../message';
import { shellCheck } from '../../references';
import { insertWordAfter } from '../model/edit';
import type { Instruction } from '../model/instructions';
import type { RunInstruction } from '../model/instructions/command-line';
import { dockerfileRule } from '../model/rule';
import { asksForStatus, isFollowedAnyway } from '../model/shell/failure';

export default dockerfileRule({
  id: 'cd-failure-ignored',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Commands go on in the wrong directory where `cd` fails',
  why: 'Where the directory is not there, the commands behind `;` run where the shell happens to be: they build, copy or remove something else, and the build goes on.',
  remedy: 'Write `&&` behind `cd`, `|| exit 1`, or `set -e` at the start.',
  aliases: [],
  alsoKnownAs: ['SC2164'],
  references: [shellCheck('SC2164')],
  fix: 'safe',
  inOnbuild: true,

  programs: ['cd'],
  run(run, { report }) {
    for (const command of run.commands) {
      if (command.name !== 'cd' || (command.wrappers.length > 0 && !command.isInside('shell'))) continue;
      const path = command.args.at(-1);
      if (
        !path ||
        isSurelyThere(path.value, run) ||
        !isFollowedAnyway(command) ||
        asksForStatus(command, run.commands)
      )
        continue;
      report(
        command,
        say`If \`cd ${path.value}\` fails, the next commands run in another directory. Add \`|| exit 1\`.`,
        { fix: { title: say`Stop where cd fails`, edits: [insertWordAfter(command, '|| exit 1')] } },
      );
    }
  },
});

/** Folders that every image has, and those that WORKDIR or COPY made. */
const isSurelyThere = (path: string, run: RunInstruction): boolean =>
  /^[./-]+$/.test(path) ||
  /^\/(?:tmp|var\/tmp|etc|usr|opt|root|home|var|srv)\/?$/.test(path) ||
  (run.stage?.lineage ?? []).some((stage) =>
    stage.own.some((other) => (stage !== run.stage || other.index < run.index) && holds(madeBy(other), path)),
  );

const madeBy = (instruction: Instruction): string | undefined =>
  instruction.kind === 'workdir'
    ? instruction.argument?.known
    : instruction.kind === 'copy' || instruction.kind === 'add'
      ? instruction.destination?.known
      : undefined;

/** The folder, or one above it. */
const holds = (made: string | undefined, path: string): boolean =>
  made !== undefined && path.startsWith('/') && `${made}/`.startsWith(`${path.replace(/\/$/, '')}/`);
