import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import type { Expansion, ShellWord } from '../model/shell/word';

export default dockerfileRule({
  id: 'unquoted-test',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Test loses its operand where an ARG is not given',
  why: 'An ARG without default is empty unless the build gives it. Without quotes an empty value is no word: `[ $X = y ]` becomes `[ = y ]`, an error that `if` takes for no, and `[ -n $X ]` is always true.',
  remedy: 'Put the variable in double quotes: `[ "$X" = y ]`.',
  aliases: [],
  alsoKnownAs: ['SC2086', 'SC2070'],
  references: [shellCheck('SC2086'), shellCheck('SC2070')],
  fix: 'safe',
  inOnbuild: true,

  programs: ['[', 'test'],
  run(run, { report }) {
    const assigned = run.script?.assigned ?? new Set<string>();
    for (const command of run.commands) {
      if (!takesOperand(command)) continue;
      for (const { word } of command.args) {
        const variable = wholeVariable(word);
        if (variable?.name === undefined || !isMaybeEmpty(variable.name, command, assigned)) continue;
        report(
          variable,
          say`Where \`${variable.name}\` is not given, the test has no operand here and does not do what it says. Put it in double quotes.`,
          {
            fix: {
              title: say`Put it in double quotes`,
              edits: [replaceWord(variable, `"${variable.text}"`)],
            },
          },
        );
      }
    }
  },
});

/** With `-z`, or alone, no operand means the same as an empty one. */
function takesOperand({ name, args }: Command): boolean {
  if (name !== '[' && name !== 'test') return false;
  const words = name === '[' ? args.slice(0, -1) : args;
  return words.length >= 3 || words[0]?.value === '-n' || words[1]?.value === '-n';
}

/** The variable that is all of the word. */
function wholeVariable(word: ShellWord): Expansion | undefined {
  const [variable] = word.expansions;
  return variable?.kind === 'variable' && !variable.quoted && !variable.guarded && variable.text === word.text
    ? variable
    : undefined;
}

function isMaybeEmpty(name: string, command: Command, assigned: ReadonlySet<string>): boolean {
  const { state } = command.owner.environment.lookup(name);
  return !assigned.has(name) && (state === 'argument' || state === 'unset');
}
