import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { isHarmless } from '../../secrets';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { isToldByName, passwordArguments } from './model/password-arguments';

export default dockerfileRule({
  id: 'command-password',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Password among the words of a command, in the open',
  why: 'The program takes this word for a password. Whoever may read this file, its history or the history of the image has it, and so has everybody who sees the list of processes.',
  remedy:
    'Mount the password with `RUN --mount=type=secret` and let the program read the file: `docker login --password-stdin < /run/secrets/…`, `curl --netrc-file`, `mysql --defaults-extra-file`. Replace it, since it has leaked.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(214), cwe(798)],
  inOnbuild: true,

  commandLine(instruction, { report }) {
    for (const command of instruction.commands)
      for (const span of passwordsIn(command))
        report(
          span,
          say`${command.name ?? 'The command'} is given a password in the open. Mount it as a secret, and replace it, since it has leaked.`,
        );
  },
});

const passwordsIn = (command: Command) =>
  passwordArguments(command).flatMap((password) => {
    const { argument, secret } = password;
    const isOpen = argument.known !== undefined && !isHarmless(secret) && !isToldByName(password, command);
    return isOpen ? [argument.span] : [];
  });
