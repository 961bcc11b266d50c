import { say } from '../message';
import { dockerDocs } from '../references';
import { insertWordAfter } from './model/edit';
import { assumesYes, packageCallOf } from './model/package-managers';
import { dockerfileRule } from './model/rule';
import type { Command } from './model/shell/command';

export default dockerfileRule({
  id: 'package-yes-missing',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Package installation asks a question that nobody answers',
  why: 'A build has no keyboard: apt-get stops at its question, and the build fails as soon as more is to be installed than was asked for.',
  remedy: 'Add `-y` to the command.',
  aliases: ['DL3014'],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  fix: 'safe',
  inOnbuild: true,

  command(command, { report }) {
    const call = packageCallOf(command);
    const subcommand = call?.subcommand.at(-1);
    if (call?.manager.id !== 'apt-get' || call.action !== 'install' || !subcommand) return;
    if (assumesYes(call) || isAnsweredOtherwise(command)) return;
    report(
      subcommand,
      say`\`apt-get ${subcommand.value}\` asks before it installs, and a build cannot answer. Add \`-y\`.`,
      { fix: { title: say`Add -y`, edits: [insertWordAfter(subcommand, '-y')] } },
    );
  },
});

/** Two `-q` mean yes as well, a dry run asks nothing, and something may be piped in or hidden in a variable. */
function isAnsweredOtherwise(command: Command): boolean {
  const quiet = command.args.map(({ value }) => /^-[a-z]*?(q+)[a-z]*$/.exec(value)?.[1]?.length ?? 0);
  const quietness = quiet.reduce((sum, count) => sum + count, 0) + longQuiet(command);
  return (
    quietness > 1 ||
    command.hasFlag('-s', '--simulate', '--dry-run', '--print-uris') ||
    command.args.some(({ value }) => /^-q=[2-9]|^-qq|assume-yes/i.test(value)) ||
    command.pipedFrom.length > 0 ||
    command.hasHiddenArguments
  );
}

const longQuiet = (command: Command): number =>
  command.args.filter(({ value }) => value === '--quiet').length;
