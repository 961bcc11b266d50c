import type { Command } from './command';

/** The commands of a script at the places around this one: what a failure of it leads to. */

const doesNothing: ReadonlySet<string> = new Set(['true', ':', 'echo', 'printf']);

/** The next command behind it, not one inside of it. */
const nextOf = (command: Command, all: readonly Command[]): Command | undefined =>
  all.find((other) => other.order > command.order && other.span.start >= command.span.end);

/** The command that runs where this one fails: right behind `||`. */
export function handlerOf(command: Command, all: readonly Command[]): Command | undefined {
  const next = nextOf(command, all);
  return command.position.after === '||' && next?.position.before === '||' ? next : undefined;
}

/** `; true` and `; :` say that a failure is meant to be forgotten. */
export const isForgottenOnPurpose = (command: Command, all: readonly Command[]): boolean =>
  /^(?:true|:)$/.test(nextOf(command, all)?.name ?? '');

/** True for `|| true`, `|| :` and `|| echo …`: the build goes on as if nothing had happened. */
export function isForgiven(command: Command, all: readonly Command[]): boolean {
  const handler = handlerOf(command, all);
  return handler?.name !== undefined && doesNothing.has(handler.name) && handler.position.after !== '&&';
}

/** True where the next command runs whether or not this one worked. */
export const isFollowedAnyway = ({ position }: Command): boolean =>
  position.after === ';' &&
  !position.options.errexit &&
  !position.negated &&
  !position.inside.includes('condition') &&
  position.stage === (position.pipeline?.stages.length ?? 1) - 1;

/** True where what comes later asks how it went. */
export const asksForStatus = (command: Command, all: readonly Command[]): boolean =>
  all.some(
    (other) =>
      other.order > command.order &&
      [...other.args.map(({ word }) => word), ...other.assignments.map(({ value }) => value)].some((word) =>
        word?.expansions.some(({ name }) => name === '?'),
      ),
  );

/** True where the pipe behind it hides that it failed. */
export const isHiddenByPipe = (command: Command): boolean =>
  command.pipesInto.length > 0 && !command.position.options.pipefail;
