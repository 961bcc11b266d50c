import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import type { Expansion, ShellWord } from '../model/shell/word';

export default dockerfileRule({
  id: 'removal-below-maybe-empty',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`rm -r` goes to the root where a variable is empty',
  why: 'Where the variable is empty or misspelled, `$DIR/*` is `/*`: the command removes the files of the image instead of a folder, and the build may go on without them.',
  remedy: `Write \`\${DIR:?}\`: the shell stops with an error where the variable is empty.`,
  aliases: [],
  alsoKnownAs: ['SC2115'],
  references: [shellCheck('SC2115')],
  fix: 'safe',
  inOnbuild: true,

  programs: ['rm'],
  command(command, { report }) {
    if (!command.hasFlag('-r', '-R', '--recursive')) return;
    for (const { word, known } of command.args) {
      const variable = known === undefined ? maybeEmptyRoot(word, command) : undefined;
      if (variable?.name === undefined) continue;
      report(
        word,
        say`If \`${variable.name}\` is empty, this removes \`${word.value.slice(variable.text.length)}\`. Write \`\${${variable.name}:?}\`, which stops there.`,
        {
          fix: {
            title: say`Stop where ${variable.name} is empty`,
            edits: [replaceWord(variable, `\${${variable.name}:?}`)],
          },
        },
      );
    }
  },
});

/** What a path is left with is worth a stop where it is all of the root, or a folder that every image has. */
const dangerous =
  /^\/+(?:\*|\.\*|(?:bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)(?:\/\*?)?)?$/;

/** The variable that a path begins with, if the path could be the root's without it. */
function maybeEmptyRoot(word: ShellWord, command: Command): Expansion | undefined {
  const [first, second] = word.expansions;
  if (!first || second || first.kind !== 'variable' || first.guarded) return undefined;
  if (!/^\$(?:[A-Za-z_]\w*$|\{[A-Za-z_]\w*\}$)/.test(first.text) || !word.value.startsWith(first.text))
    return undefined;
  const state = first.name === undefined ? undefined : command.owner.environment.lookup(first.name).state;
  const isSetByShell = /^(?:HOME|PWD|OLDPWD)$/.test(first.name ?? '');
  return state === undefined ||
    isSetByShell ||
    command.position.options.nounset ||
    !dangerous.test(word.value.slice(first.text.length))
    ? undefined
    : first;
}
