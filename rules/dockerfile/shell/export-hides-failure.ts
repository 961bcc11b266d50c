import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'export-hides-failure',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: '`export` hides that a command failed',
  why: '`export NAME=$(command)` has the status of `export`, which always works: the build goes on where the command failed, with an empty value.',
  remedy: 'Set the variable first, then export it: `NAME=$(command) && export NAME`.',
  aliases: [],
  alsoKnownAs: ['SC2155'],
  references: [shellCheck('SC2155')],
  fix: 'review',
  inOnbuild: true,

  programs: ['export', 'readonly'],
  command(command, { report }) {
    const { name: program = '' } = command;
    for (const word of new Set(command.args.map((argument) => argument.word))) {
      const name = /^([A-Za-z_]\w*)=/.exec(word.text)?.[1];
      const hidden = word.expansions.find(({ kind }) => kind === 'command');
      if (name === undefined || !hidden) continue;
      report(
        hidden,
        say`Where this fails, \`${program}\` hides it. Set \`${name}\` first, then ${program} it.`,
        {
          fix: isAlone(command)
            ? {
                title: say`Set it first, then ${program} it`,
                edits: [replaceWord(command, `${word.text} && ${program} ${name}`)],
              }
            : undefined,
        },
      );
    }
  },
});

const isAlone = ({ args, redirections, position, wrappers }: Command): boolean =>
  new Set(args.map(({ word }) => word)).size === 1 &&
  redirections.length === 0 &&
  !position.pipeline &&
  wrappers.length === 0;
