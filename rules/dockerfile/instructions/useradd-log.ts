import { say } from '../../message';
import { insertWordAfter } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'useradd-log',
  topic: 'C6',
  severity: 'warning',
  profile: 'recommended',
  title: '`useradd` with a large number and without `-l`',
  why: 'useradd makes /var/log/lastlog and faillog as long as the number is large. They are full of holes, which image layers do not keep: the image grows by gigabytes.',
  remedy: 'Add `-l` (`--no-log-init`).',
  aliases: ['DL3046'],
  references: [
    {
      title: 'Docker: Building best practices, USER',
      url: 'https://docs.docker.com/build/building/best-practices/#user',
    },
  ],
  fix: 'safe',

  programs: ['useradd'],
  command(command, { report }) {
    const number = numberOf(command);
    if (!number || !/^\d{6,}$/.test(number.known ?? '') || command.hasFlag('-l', '--no-log-init')) return;
    if (command.hasHiddenArguments || !command.nameWord) return;
    report(
      number,
      say`useradd with the number ${number.value} fills its logs up to that number. Add \`-l\`.`,
      {
        fix: { title: say`Add -l`, edits: [insertWordAfter(command.nameWord, '-l')] },
      },
    );
  },
});

/** The number behind `-u`, also where other letters stand before it: `-mu 123456`. */
function numberOf(command: Command): Argument | undefined {
  const joined = command.args.findIndex(({ value }) => /^-[a-zA-Z]+u$/.test(value));
  return joined < 0 ? command.flagValue('-u', '--uid') : command.args[joined + 1];
}
