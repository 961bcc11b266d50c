import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { RunInstruction } from '../model/instructions/command-line';
import { dockerfileRule } from '../model/rule';
import { isPosix } from '../model/shell/shell';
import { visitTree } from '../model/shell/tree';
import { shellWithPipefail } from './model/pipefail';

export default dockerfileRule({
  id: 'pipe-without-shell-option',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'SHELL does not set `pipefail` before a RUN with a pipe',
  why: 'A pipe has the exit status of its last program alone, so the build goes on where an earlier one failed. With `SHELL ["/bin/bash", "-o", "pipefail", "-c"]` no RUN can forget it.',
  remedy:
    'Write `SHELL ["/bin/bash", "-o", "pipefail", "-c"]` before it; on Alpine `SHELL ["/bin/ash", "-o", "pipefail", "-c"]`.',
  aliases: ['DL4006'],
  references: [dockerDocs('build/building/best-practices/#using-pipes', 'Building best practices, pipes')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    if (!isPosix(run.shell.kind) || setsPipefail(run) || !hasPipe(run)) return;
    report(
      run.keyword,
      say`This RUN has a pipe, and the shell of the stage does not have \`pipefail\` set. Set it by SHELL.`,
      { fix: shellWithPipefail(run) },
    );
  },
});

const setsPipefail = ({ shell }: RunInstruction): boolean =>
  shell.words.some(
    (word, index) => word === 'pipefail' && /^-[a-zA-Z]*o$/.test(shell.words[index - 1] ?? ''),
  );

/** Pipes in the text of another shell (`bash -c '…'`) are that one's matter. */
function hasPipe(run: RunInstruction): boolean {
  let found = false;
  if (run.script?.source.text.includes('|'))
    visitTree(run.script, (node) => {
      found ||= node.type === 'Pipeline' && node.commands.length > 1;
    });
  return found;
}
