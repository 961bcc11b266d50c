import type { RunInstruction } from '../../model/instructions/command-line';

/** True where ENV or ARG of the stage, or of those that it is built on, gives the variable, whatever its value. */
export const isGiven = (run: RunInstruction, ...names: readonly string[]): boolean =>
  run.stage?.lineage.some(({ own }) =>
    own.some(
      (instruction) =>
        (instruction.kind === 'env' || instruction.kind === 'arg') &&
        instruction.index < run.index &&
        instruction.pairs.some(({ name }) => names.includes(name.raw)),
    ),
  ) ?? false;
