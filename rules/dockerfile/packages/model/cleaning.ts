import { say } from '../../../message';
import type { RunInstruction } from '../../model/instructions/command-line';
import type { PackageAction, PackageCall, PackageManagerId } from '../../model/package-managers';
import type { DockerfileContext } from '../../model/rule';
import { callsOf } from './caches';

/** A program that is to be cleaned by itself, whatever else empties its cache. */
export interface Cleaning {
  readonly manager: PackageManagerId;
  /** What is to be followed by cleaning. */
  readonly actions: readonly PackageAction[];
  /** How to clean. */
  readonly command: string;
  /** True for a call of the manager that cleans enough. */
  isEnough?(call: PackageCall): boolean;
}

/** Reports the last such call of a RUN that no cleaning follows. */
export function reportUncleaned(
  { manager, actions, command, isEnough = () => true }: Cleaning,
  run: RunInstruction,
  { report }: DockerfileContext,
): void {
  const calls = callsOf(run).filter((call) => call.manager.id === manager);
  const last = calls.findLast(({ action }) => actions.includes(action));
  const isClean = calls.some(
    (call) => call.action === 'clean' && isEnough(call) && call.command.order > (last?.command.order ?? 0),
  );
  if (!last || isClean) return;
  report(
    last.subcommand.at(-1) ?? last.command.nameSpan,
    say`No \`${command}\` follows in this RUN. Run it at the end.`,
  );
}

/** `clean all`, not `clean metadata`. */
export const cleansAll = ({ command }: PackageCall): boolean =>
  command.args.some(({ value }) => value === 'all');
