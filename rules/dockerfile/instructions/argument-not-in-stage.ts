import { say } from '../../message';
import { dockerDocs } from '../../references';
import { escapeRegExp } from '../../text';
import { insertInstruction } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import type { Expansion, ShellWord } from '../model/shell/word';
import { declaredBelow, declaredBy, isOuterArgument, mayComeFromBase } from './model/environment';

export default dockerfileRule({
  id: 'argument-not-in-stage',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'RUN uses an ARG that its stage does not declare',
  why: 'ARGs before the first FROM, and the arguments of the platform, are known to FROM alone. In RUN the variable is empty: a download gets another address, a comparison another result, a folder another name.',
  remedy: 'Declare it in the stage: `ARG NAME`.',
  aliases: [],
  references: [dockerDocs('build/building/variables/#scoping', 'Build variables, scoping')],
  fix: 'review',

  kinds: ['run'],
  stage(stage, { report, dockerfile }) {
    const known = new Set(declaredBelow(stage));
    for (const instruction of stage.own) {
      if (instruction.kind === 'run' && !setsMore(instruction)) {
        const unknown = expansionsIn(instruction).find(
          ({ name = '', guarded }) =>
            !guarded &&
            !known.has(name) &&
            isOuterArgument(name, dockerfile) &&
            !setsItself(instruction, name) &&
            !mayComeFromBase(name, stage),
        );
        if (unknown?.name !== undefined)
          report(
            unknown,
            say`\`${unknown.name}\` is known to FROM, but not in this stage: it is empty here. Declare it by \`ARG ${unknown.name}\`.`,
            {
              fix: {
                title: say`Declare ${unknown.name}`,
                edits: [insertInstruction('before', instruction, `ARG ${unknown.name}`)],
              },
            },
          );
      }
      for (const name of declaredBy(instruction)) known.add(name);
    }
  },
});

const expansionsIn = ({ form, commands }: RunInstruction): readonly Expansion[] =>
  form === 'exec' ? [] : commands.flatMap(expansionsOf);

function expansionsOf({ nameWord, args, assignments, redirections }: Command): readonly Expansion[] {
  const found: Expansion[] = [];
  const add = (word: ShellWord | undefined): void => {
    for (const expansion of word?.expansions ?? []) if (expansion.kind === 'variable') found.push(expansion);
  };
  add(nameWord);
  for (const { word } of args) add(word);
  for (const { value } of assignments) add(value);
  for (const { target } of redirections) add(target);
  return found;
}

/** Programs that set variables nobody sees. */
const setters: ReadonlySet<string> = new Set(['.', 'source', 'eval', 'read', 'getopts', 'mapfile', 'printf']);

const setsMore = ({ commands, mounts }: RunInstruction): boolean =>
  mounts.some(({ env }) => env !== undefined) ||
  commands.some(({ name }) => name === undefined || setters.has(name));

/** True where the script sets the variable somewhere: `NAME=`, `for NAME in`. */
const setsItself = ({ text, heredocs }: RunInstruction, name: string): boolean =>
  [text.text, ...heredocs.map(({ content }) => content.text)].some((script) =>
    new RegExp(`\\b${escapeRegExp(name)}=|\\bfor\\s+${escapeRegExp(name)}\\b`).test(script),
  );
