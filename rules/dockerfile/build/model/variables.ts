import type { Span } from '../../../text';
import { derived } from '../../model/derived';
import type { Instruction, InstructionKind } from '../../model/instructions';
import type { Command } from '../../model/shell/command';

/** A variable that an instruction gives a value. */
export interface VariableSetting {
  readonly name: string;
  /** The value where it is sure. */
  readonly value: string;
  readonly span: Span;
  /** For messages: `ENV`, `RUN`. */
  readonly title: string;
}

/** The kinds of instruction that `variableSettings` knows of. */
export const kindsThatSet: readonly InstructionKind[] = ['env', 'arg', 'run'];

/** What ENV, the defaults of ARG, and commands of RUN set: `NAME=value program`, `export NAME=value`, `env NAME=value …`. */
export const variableSettings = derived(readSettings);

function readSettings(instruction: Instruction): readonly VariableSetting[] {
  const found: VariableSetting[] = [];
  if (instruction.kind === 'env' || instruction.kind === 'arg') {
    for (const { name, value, span } of instruction.pairs)
      if (value?.known !== undefined)
        found.push({ name: name.known ?? name.raw, value: value.known, span, title: instruction.title });
  } else if (instruction.kind === 'run')
    for (const command of instruction.commands)
      for (const { name, value, span } of settingsOf(command))
        found.push({ name, value, span, title: instruction.title });
  return found;
}

/** Programs of the shell whose words are settings. */
const setters = new Set(['export', 'declare', 'typeset', 'readonly']);

const none: readonly never[] = [];

function settingsOf(command: Command): readonly Omit<VariableSetting, 'title'>[] {
  const isSetter = setters.has(command.name ?? '');
  if (command.assignments.length === 0 && !isSetter) return none;
  const before = command.assignments.flatMap(({ name, value, span }) => {
    const known = value?.known;
    if (known === undefined) return [];
    // Behind `env` the value is the whole word.
    return [{ name, value: known.startsWith(`${name}=`) ? known.slice(name.length + 1) : known, span }];
  });
  if (!isSetter) return before;
  const words = command.args.flatMap((argument) => {
    const pair = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(argument.known ?? '');
    return pair?.[1] === undefined || pair[2] === undefined
      ? []
      : [{ name: pair[1], value: pair[2], span: argument.span }];
  });
  return [...before, ...words];
}
