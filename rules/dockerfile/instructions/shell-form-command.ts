import { say } from '../../message';
import { dockerDocs } from '../../references';
import { type DockerfileContext, dockerfileRule } from '../model/rule';
import { execFormOf, type StartInstruction } from './model/exec-form';

export default dockerfileRule({
  id: 'shell-form-command',
  topic: 'C10',
  severity: 'warning',
  profile: 'all',
  title: 'CMD or ENTRYPOINT in shell form',
  why: 'A shell runs the program as its child and passes no signals on: `docker stop` and Kubernetes wait for the grace period and then kill it, in the middle of whatever it does.',
  remedy: 'Write a JSON array: `CMD ["program", "argument"]`. If a shell is meant, say so with SHELL.',
  aliases: ['buildkit:JSONArgsRecommended'],
  references: [dockerDocs('reference/build-checks/json-args-recommended/', 'JSONArgsRecommended')],
  fix: 'review',

  cmd: check,
  entrypoint: check,
});

function check(instruction: StartInstruction, { report }: DockerfileContext): void {
  if (instruction.form !== 'shell' || instruction.text.length === 0 || instruction.shell.instruction) return;
  report(
    instruction.keyword,
    say`${instruction.title} in shell form keeps signals from the program. Write a JSON array.`,
    { fix: execFormOf(instruction) },
  );
}
