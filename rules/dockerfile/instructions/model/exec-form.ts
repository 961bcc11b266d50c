import { say } from '../../../message';
import type { Mend } from '../../../rule';
import { type DockerfileEdit, replaceArguments } from '../../model/edit';
import type { InstructionTypes } from '../../model/instructions';
import type { Command } from '../../model/shell/command';
import type { ShellWord } from '../../model/shell/word';

export type StartInstruction = InstructionTypes['cmd'] | InstructionTypes['entrypoint'];

/** What only a shell can do. */
const builtins: ReadonlySet<string> = new Set(
  '. : alias bg break builtin case cd command continue declare eval exit export fg for function getopts hash if jobs let local popd pushd read readonly return select set shift source time times trap type typeset ulimit umask unalias unset until wait while'.split(
    ' ',
  ),
);

/** The words that a shell would start without having done anything to them. */
function plainWords(instruction: StartInstruction): readonly string[] | undefined {
  const [command, ...others] = instruction.commands;
  if (!command || others.length > 0 || !isPlain(command)) return undefined;
  const words = [command.nameWord, ...command.args.map(({ word }) => word)];
  return words.every((word) => word !== undefined && isLiteral(word))
    ? words.flatMap((word) => (word ? [word.value] : []))
    : undefined;
}

/** True where the shell puts nothing in the word's place: no variable, no wildcard, no `~`, no `{a,b}`. */
const isLiteral = (word: ShellWord): boolean =>
  !word.hasGlob && word.expansions.length === 0 && !/^~|^[^"']*\{/.test(word.text);

function isPlain({ name, position, assignments, redirections, wrappers }: Command): boolean {
  return (
    name !== undefined &&
    !builtins.has(name) &&
    assignments.length === 0 &&
    redirections.length === 0 &&
    wrappers.length === 0 &&
    position.inside.length === 0 &&
    !position.negated &&
    position.before === undefined &&
    position.after === undefined
  );
}

/** The exec form of a command that needs no shell: `exec` in front of it goes, for that is what it means. */
export function execFormOf(instruction: StartInstruction): Mend<DockerfileEdit> | undefined {
  if (instruction.commentsInside.length > 0) return undefined;
  const words = plainWords(instruction);
  if (!words) return undefined;
  const json = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return { title: say`Write a JSON array`, edits: [replaceArguments(instruction, json)] };
}
