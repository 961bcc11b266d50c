import { say } from '../../message';
import { dockerDocs } from '../../references';
import { removeWord } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'sudo-used',
  topic: 'C6',
  severity: 'warning',
  profile: 'recommended',
  title: 'RUN uses `sudo`',
  why: 'RUN is root already, or as whom USER says; `sudo` only brings another environment, a terminal that is not there, and a way to root that stays in the image.',
  remedy:
    'Leave `sudo` out. Put what needs root before USER, or between `USER root` and the user that comes back.',
  aliases: ['DL3004', 'CKV2_DOCKER_1', 'DS-0010', 'kics:8ada6e80-0ade-439e-b176-0b28f6bce35a'],
  references: [dockerDocs('build/building/best-practices/#user', 'Building best practices, USER')],
  fix: 'review',
  inOnbuild: true,

  programs: ['sudo'],
  run(run, { report }) {
    for (const command of run.commands)
      if (command.name === 'sudo')
        report(
          command.nameSpan,
          say`\`sudo\` brings another environment and stays a way to root. Leave it out, and put what needs root before USER.`,
          isNeedless(command, run)
            ? { fix: { title: say`Remove sudo`, edits: [removeWord(command.nameSpan)] } }
            : {},
        );
  },
});

/** Root needs no sudo; its flags and variables mean nothing without it. */
function isNeedless(command: Command, run: RunInstruction): boolean {
  const [first] = command.args;
  const user = run.stage?.userAt(run);
  const isRoot = user === undefined || /^(?:root|0)(?::|$)/.test(user.value);
  return isRoot && first !== undefined && !first.isFlag && !/^\w+=/.test(first.value);
}
