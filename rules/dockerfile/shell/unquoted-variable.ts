import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { stateOf, unquotedVariables, valuesOf } from '../model/shell/variables';
import type { Expansion, ShellWord } from '../model/shell/word';

export default dockerfileRule({
  id: 'unquoted-variable',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Variable without quotes may become several words',
  why: 'The shell splits the value at white space and takes `*` in it for file names. A path with a space is two paths then, and an empty value is no argument at all.',
  remedy:
    'Put the variable in double quotes: `"$file"`. Leave it as it is where several words are meant, and say so in a comment.',
  aliases: [],
  alsoKnownAs: ['SC2086'],
  references: [shellCheck('SC2086')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    const assigned = run.script?.assigned ?? new Set<string>();
    for (const command of run.commands) {
      for (const word of wordsOf(command))
        for (const variable of unquotedVariables(word))
          if (isUnclear(variable, command, run.commands, assigned))
            report(
              variable,
              say`The shell splits the value of \`${variable.name ?? ''}\` at white space and fills in its wildcards. Put it in double quotes.`,
              {
                fix: {
                  title: say`Put it in double quotes`,
                  edits: [replaceWord(variable, `"${variable.text}"`)],
                },
              },
            );
    }
  },
});

/** The words in which variables stand, each once: several arguments may come from one. */
function wordsOf(command: Command): ReadonlySet<ShellWord> {
  const words = new Set<ShellWord>();
  // What another program runs is seen with that program.
  if (command.wrappers.length > 0) return words;
  for (const { word } of command.args) if (word.expansions.length > 0) words.add(word);
  for (const word of programPath(command)) words.add(word);
  for (const { target, operator } of command.redirections)
    if (target && operator !== '<<<') words.add(target);
  return words;
}

/** What the Dockerfile sets is known, and what it takes as an argument is often meant to be several words. */
function isUnclear(
  { name, text }: Expansion,
  command: Command,
  commands: readonly Command[],
  assigned: ReadonlySet<string>,
): boolean {
  if (name === undefined || !/^\$(?:\w+$|\{\w+\}$)/.test(text)) return false;
  const state = stateOf(name, command, assigned);
  if (state !== 'script') return state === 'unknown';
  if (commands.some((other) => other.name === 'read' && other.args.some(({ value }) => value === name)))
    return true;
  const values = valuesOf(name, commands);
  return values?.some((value) => value.known === undefined && value.expansions.some(isOpen)) ?? false;
}

/** The output of a program can be anything; that of a few is a word. */
const isOpen = ({ kind, text }: Expansion): boolean =>
  kind === 'command' && !/^\$\((?:uname|nproc|arch|date|id|wc)\b/.test(text);

/** A variable alone may stand for a program with its arguments; one in a path does not. */
const programPath = ({ nameWord }: Command): readonly ShellWord[] =>
  nameWord?.text.includes('/') ? [nameWord] : [];
