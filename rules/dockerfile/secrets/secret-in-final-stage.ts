import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Instruction } from '../model/instructions';
import type { CopyInstruction } from '../model/instructions/files';
import { dockerfileRule } from '../model/rule';
import type { Stage } from '../model/stage';
import { hasSecretWord } from './model/secret-words';

export default dockerfileRule({
  id: 'secret-in-final-stage',
  topic: 'C1',
  severity: 'info',
  profile: 'all',
  title: 'Last stage has variables, files or commands for secrets',
  why: 'What the last stage holds is what everybody gets: variables with the names of secrets, files that programs take their credentials from, and what `aws configure` writes.',
  remedy: 'Mount secrets with `RUN --mount=type=secret`, and give them to the container when it runs.',
  aliases: ['DS-0031'],
  references: [dockerDocs('build/building/secrets/', 'Build secrets')],

  kinds: ['arg', 'env', 'run'],
  instruction(instruction, { report }) {
    const { stage } = instruction;
    if (!stage?.isFinal) return;
    if (instruction.kind === 'arg' || instruction.kind === 'env') {
      for (const { name, value } of instruction.pairs) {
        if (credentialFiles.has(name.raw)) {
          if (isCopied(value?.known, stage))
            report(
              name,
              say`${name.raw} names a file of credentials that COPY puts into the image. Mount it when the container runs.`,
            );
        } else if (hasSecretWord(name.raw.replace(jenkinsPassword, 'password'), ['public']))
          report(
            name,
            say`${instruction.title} ${name.raw} has the name of a secret. Do not keep secrets in the image.`,
          );
      }
    }
    if (instruction.kind === 'run')
      reportAws(instruction, (place) =>
        report(
          place,
          say`\`aws configure\` writes the credential to a file of the image. Mount it as a secret.`,
        ),
      );
  },
});

/** Jenkins hands out a password as `NAME_PSW`. */
const jenkinsPassword = /(?<=_|^)psw(?=_|$)/i;

/** Variables that name files which Google's and Amazon's tools take credentials from. */
const credentialFiles = new Set([
  'GOOGLE_APPLICATION_CREDENTIALS',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
]);

const isCopied = (path: string | undefined, stage: Stage): boolean =>
  path !== undefined && stage.ofKind('copy').some((copy) => brings(copy, path));

function brings(copy: CopyInstruction, path: string): boolean {
  const destination = copy.destination?.known;
  if (destination === undefined) return false;
  const workdir = copy.stage?.own.findLast((other) => other.kind === 'workdir' && other.index < copy.index);
  const folder = workdir?.kind === 'workdir' ? (workdir.argument?.known ?? '') : '';
  const isWhole = /^\.?\/?$/.test(destination);
  const target = (isWhole ? folder || '/' : destination).replace(/(?<!\/)\/+$/, '');
  return path === destination || path === target || path.startsWith(`${target}/`);
}

function reportAws(
  run: Extract<Instruction, { kind: 'run' }>,
  tell: (command: (typeof run.commands)[number]) => void,
): void {
  for (const command of run.commands) {
    const [first, second, third] = command.args.map(({ value }) => value);
    if (
      command.name === 'aws' &&
      first === 'configure' &&
      second === 'set' &&
      /^aws_(?:access_key_id|secret_access_key)$/.test(third ?? '')
    )
      tell(command);
  }
}
