import { say } from '../../message';
import { dockerDocs } from '../../references';
import { type DockerfileContext, dockerfileRule } from '../model/rule';
import { shellKindOf } from '../model/shell/shell';
import type { StartInstruction } from './model/exec-form';

export default dockerfileRule({
  id: 'entrypoint-shell-script',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'CMD or ENTRYPOINT runs a script whose last program has no `exec`',
  why: 'The shell stays the first process and passes no signals on, just as in shell form: the program is killed when its time to stop is over.',
  remedy: 'Put `exec` before the program that is to go on: `["sh", "-c", "setup && exec app"]`.',
  aliases: [],
  references: [
    dockerDocs('reference/dockerfile/#shell-form-entrypoint-example', 'Dockerfile reference, ENTRYPOINT'),
  ],

  cmd: check,
  entrypoint: check,
});

function check({ form, words, title }: StartInstruction, { report }: DockerfileContext): void {
  const [shell, flag, script] = words;
  if (form !== 'exec' || !shell || !script || !/^-[a-zA-Z]*c$/.test(flag?.value ?? '')) return;
  const kind = shellKindOf(shell.value);
  if ((kind !== 'sh' && kind !== 'bash') || /\bexec\b/.test(script.value) || !/[;&|\n]/.test(script.value))
    return;
  report(script, say`The shell of this ${title} keeps signals from the program. Put \`exec\` before it.`);
}
