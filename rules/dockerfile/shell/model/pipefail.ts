import { say } from '../../../message';
import type { Mend } from '../../../rule';
import { type DockerfileEdit, insertCommandBefore, insertInstruction } from '../../model/edit';
import type { RunInstruction } from '../../model/instructions/command-line';
import { systemShellOf } from '../../model/shell/system-shell';

/** SHELL with `pipefail` before the RUN, for the shells that its image surely has. */
export function shellWithPipefail(run: RunInstruction): Mend<DockerfileEdit> | undefined {
  const words = wordsOf(run);
  if (!words || run.onbuild) return undefined;
  const instruction = `SHELL [${words.map((word) => `"${word}"`).join(', ')}]`;
  return {
    title: say`Set the shell with pipefail before it`,
    edits: [insertInstruction('before', run, instruction)],
    safety: 'review',
  };
}

function wordsOf(run: RunInstruction): readonly string[] | undefined {
  if (run.shell.kind === 'bash') {
    const [program = '', ...options] = run.shell.words;
    return options.length === 1 && options[0] === '-c' ? [program, '-o', 'pipefail', '-c'] : undefined;
  }
  const shell = systemShellOf(run);
  if (shell === 'ash') return ['/bin/ash', '-o', 'pipefail', '-c'];
  return shell === undefined ? undefined : ['/bin/bash', '-o', 'pipefail', '-c'];
}

/** `set -o pipefail` at the start where the shell knows it, else SHELL. */
export function setPipefail(run: RunInstruction): Mend<DockerfileEdit> | undefined {
  const first = run.commands[0];
  const knows = run.interpreter.kind === 'bash' || /^(?:ash|bash)$/.test(systemShellOf(run) ?? '');
  if (!first || !knows || run.form === 'exec') return shellWithPipefail(run);
  return {
    title: say`Set pipefail`,
    edits: [insertCommandBefore(first, 'set -o pipefail')],
    safety: 'review',
  };
}
