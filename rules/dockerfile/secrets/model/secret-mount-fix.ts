import { parseReference } from '../../../images/reference';
import { say } from '../../../message';
import type { Mend } from '../../../rule';
import { escapeRegExp } from '../../../text';
import type { Dockerfile } from '../../model/dockerfile';
import { type DockerfileEdit, insertFlag, removeInstruction, removeWord } from '../../model/edit';
import type { Instruction } from '../../model/instructions';
import type { RunInstruction } from '../../model/instructions/command-line';
import type { ArgInstruction, Pair } from '../../model/instructions/pairs';

/**
 * Gives the RUN instructions that use an ARG a secret mount in its place. Nothing where another instruction uses it too,
 * or where what uses it cannot be told.
 */
export function asSecretMount(
  arg: ArgInstruction,
  pair: Pair,
  dockerfile: Dockerfile,
): Mend<DockerfileEdit> | undefined {
  const { stage } = arg;
  const name = pair.name.raw;
  if (!stage || arg.onbuild || !knowsVariables(dockerfile)) return undefined;
  if (dockerfile.stages.some(({ parent }) => parent === stage)) return undefined;
  const rest = dockerfile.instructions.filter((other) => other !== arg && mentions(other, name));
  const runs = rest.filter((other): other is RunInstruction => other.kind === 'run' && other.stage === stage);
  const global = rest.find((other): other is ArgInstruction => other.kind === 'arg' && other.isGlobal);
  if (runs.length === 0 || rest.length !== runs.length + (global ? 1 : 0)) return undefined;
  if (
    runs.some((run) => run.index < arg.index || run.flags.some(({ value }) => value && uses(value.raw, name)))
  )
    return undefined;
  return {
    title: say`Mount ${name} as a secret where it is used`,
    edits: [
      withoutPair(arg, pair),
      ...(global
        ? global.pairs.filter((other) => other.name.raw === name).map((other) => withoutPair(global, other))
        : []),
      ...runs.map((run) => insertFlag(run, mountOf(run, name))),
    ],
  };
}

const mountOf = (run: RunInstruction, name: string): string =>
  `--mount=type=secret,id=${name},env=${name}${needs(run, name) ? ',required=true' : ''}`;

const withoutPair = (arg: ArgInstruction, pair: Pair): DockerfileEdit =>
  arg.pairs.length === 1 ? removeInstruction(arg) : removeWord(pair);

const uses = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\w-])${escapeRegExp(name)}(?![\\w-])`).test(text);

const mentions = (instruction: Instruction, name: string): boolean =>
  [
    instruction.rest,
    ...instruction.flags.flatMap(({ value }) => value?.source ?? []),
    ...instruction.heredocs.map(({ body }) => body),
  ].some(({ text }) => uses(text, name));

/** A script that asks for the variable, or says what to do without it, can do without. */
const needs = (run: RunInstruction, name: string): boolean =>
  run.script !== undefined &&
  !run.commands.some(
    (command) =>
      command.isInside('if', 'condition', 'case') ||
      ['test', '[', '[['].includes(command.name ?? '') ||
      command.args.some(({ word }) =>
        word.expansions.some((expansion) => expansion.guarded && expansion.name === name),
      ),
  );

/** Secrets as variables came with version 1.10 of the Dockerfile frontend. */
function knowsVariables(dockerfile: Dockerfile): boolean {
  const syntax = dockerfile.directive('syntax')?.value.split(' ')[0];
  if (syntax === undefined) return true;
  const tag = parseReference(syntax)?.tag ?? 'latest';
  const version = /^(\d+)\.(\d+)/.exec(tag);
  return !version || Number(version[1]) > 1 || Number(version[2]) >= 10;
}
