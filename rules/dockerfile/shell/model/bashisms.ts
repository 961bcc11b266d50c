import { say } from '../../../message';
import type { Mend } from '../../../rule';
import { type DockerfileEdit, insertInstruction } from '../../model/edit';
import type { RunInstruction } from '../../model/instructions/command-line';
import { type Bashism, type BashismKind, bashismsIn, knows } from '../../model/shell/bashisms';
import { refusesPipefail, systemShellOf } from '../../model/shell/system-shell';

/** What of one kind the shell of the RUN surely does not know. */
export function unknownToShell(
  run: RunInstruction,
  kind: BashismKind,
): readonly (Bashism & { readonly shell: string })[] {
  const shell = systemShellOf(run);
  if (!run.script || shell === undefined || knows(shell, kind)) return [];
  if (kind === 'pipefail' && !refusesPipefail(run)) return [];
  return bashismsIn(run.script)
    .filter((one) => one.kind === kind)
    .map((one) => ({ ...one, shell }));
}

/** Images with dash have Bash beside it; those with ash do not. */
export function runByBash(run: RunInstruction): Mend<DockerfileEdit> | undefined {
  if (systemShellOf(run) !== 'dash' || run.onbuild || run.form !== 'shell') return undefined;
  return {
    title: say`Run it by Bash from here on`,
    edits: [insertInstruction('before', run, 'SHELL ["/bin/bash", "-c"]')],
    safety: 'review',
  };
}
