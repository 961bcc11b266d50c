import { say } from '../../message';
import { dockerDocs } from '../../references';
import { type DockerfileContext, dockerfileRule } from '../model/rule';
import { execFormOf, type StartInstruction } from './model/exec-form';

export default dockerfileRule({
  id: 'command-not-json',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'CMD or ENTRYPOINT is no JSON array, whatever the shell',
  why: 'In shell form a shell stands between Docker and the program, also where SHELL has chosen it.',
  remedy: 'Write a JSON array: `CMD ["program", "argument"]`.',
  aliases: ['DL3025', 'kics:b86987e1-6397-4619-81d5-8807f2387c79'],
  references: [
    dockerDocs('reference/dockerfile/#shell-and-exec-form', 'Dockerfile reference, shell and exec form'),
  ],
  fix: 'review',

  cmd: check,
  entrypoint: check,
});

function check(instruction: StartInstruction, { report }: DockerfileContext): void {
  if (instruction.form === 'exec' || instruction.text.length === 0) return;
  report(
    instruction.keyword,
    say`${instruction.title} is no JSON array. Write \`["program", "argument"]\`.`,
    {
      fix: execFormOf(instruction),
    },
  );
}
