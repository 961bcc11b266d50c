import type { Instruction } from '../../model/instructions';
import type { RunInstruction } from '../../model/instructions/command-line';

/** The flags as one text: layers with other flags cannot be joined. */
export const flagsOf = ({ flags }: Instruction): string =>
  flags.length === 0
    ? ''
    : flags
        .map(({ name, value }) => `--${name}=${value?.raw ?? ''}`)
        .sort()
        .join(' ');

/** How many programs a RUN names; undefined where its shell cannot be read. */
export function programsIn({ commands, form, script }: RunInstruction): number | undefined {
  if (form !== 'exec' && !script) return undefined;
  return commands.filter(({ name, wrappers }) => name !== undefined && wrappers.length === 0).length;
}
