import { say } from '../../../message';
import type { Mend } from '../../../rule';
import { derived } from '../../model/derived';
import { type DockerfileEdit, insertInstruction } from '../../model/edit';
import type { RunInstruction } from '../../model/instructions/command-line';
import { type Bashism, type BashismKind, bashismsIn, knows } from '../../model/shell/bashisms';
import { refusesPipefail, systemShellOf } from '../../model/shell/system-shell';

const bashismsOf = derived((run: RunInstruction) => (run.script ? bashismsIn(run.script) : []));

const none: readonly never[] = [];

/** What of one kind the shell of the RUN surely does not know. */
export function unknownToShell(
  run: RunInstruction,
  kind: BashismKind,
): readonly (Bashism & { readonly shell: string })[] {
  const all = bashismsOf(run);
  if (all.length === 0) return none;
  const found = all.filter((one) => one.kind === kind);
  if (found.length === 0) return none;
  const shell = systemShellOf(run);
  if (shell === undefined || knows(shell, kind)) return [];
  if (kind === 'pipefail' && !refusesPipefail(run)) return [];
  return found.map((one) => ({ ...one, shell }));
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
