import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { classifySecret, findSecrets, secretsInArguments } from '../../secrets';
import type { Span } from '../../text';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';
import { isPosix, shellKindOf } from '../model/shell/shell';
import { isInAddress, type Literal } from './model/literals';

export default dockerfileRule({
  id: 'run-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Credential in a command, in the open',
  why: 'Whoever may read this file, its history or the image has the credential. It stays in the history when the line is gone.',
  remedy:
    'Mount it with `RUN --mount=type=secret` where the build needs it; what the container needs is given to it when it runs. Replace the credential, since it has leaked.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(798)],
  inOnbuild: true,

  commandLine(instruction, { report }) {
    for (const command of instruction.commands) {
      if (accounts.has(command.name ?? '')) continue;
      for (const { span, kind, confidence } of secretsOf(command))
        report(
          span,
          say`${instruction.title} has ${kind} in the open. Mount it as a secret, and replace it, since it has leaked.`,
          { confidence },
        );
    }
  },
});

/** What they set is the password of the container's own users, of which another rule speaks. */
const accounts = new Set(['useradd', 'usermod', 'adduser', 'chpasswd', 'passwd']);

function secretsOf(command: Command): Literal[] {
  const { name, args } = command;
  // The text of `sh -c` is read as commands of its own.
  const isShell = isPosix(shellKindOf(name ?? '')) || name === 'su' || name === 'eval';
  const words = args.map((argument) => wordOf(argument, isShell));
  const found: Literal[] = [];
  for (const { index, kind, confidence } of secretsInArguments([name ?? '', ...words])) {
    const argument = args[index - 1];
    if (argument) found.push({ kind, confidence, span: argument.span });
  }
  for (const { name: variable, value, span } of command.assignments)
    found.push(...classified(variable, value?.known, span));
  for (const { body, target, span } of command.redirections)
    for (const { kind, confidence } of findSecrets(body ?? target?.known ?? ''))
      found.push({ kind, confidence, span });
  for (const argument of args) for (const secret of inStatement(argument)) found.push(secret);
  return found.length === 0
    ? found
    : found.filter((secret) => secret.confidence !== 'low' && !isInAddress(secret));
}

const wordOf = (argument: Argument, isShell: boolean): string =>
  argument.known === undefined || (isShell && /\s/.test(argument.known)) ? '' : argument.known;

const none: readonly never[] = [];

function classified(name: string, value: string | undefined, span: Span): readonly Literal[] {
  const secret = value === undefined ? undefined : classifySecret(name, value);
  return secret ? [{ ...secret, span }] : none;
}

/** The password of a user of a database: `CREATE USER x IDENTIFIED BY 'secret'`. */
function inStatement(argument: Argument): readonly Literal[] {
  // Asked of every word of every command.
  if (!argument.known?.includes("'")) return none;
  const match =
    /\b(?:identified(?:\s+with\s+\w+)?\s+by|password)\s*(?:=\s*)?(?:password\s*\(\s*)?'([^'$]{3,100})'/i.exec(
      argument.known,
    );
  return match?.[1] === undefined ? none : classified('password', match[1], argument.span);
}
