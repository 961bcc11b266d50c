import { say } from '../../message';
import { cwe } from '../../references';
import type { Span } from '../../text';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { passwordsForChpasswd } from './model/accounts';

export default dockerfileRule({
  id: 'account-without-password',
  topic: 'C6',
  severity: 'error',
  profile: 'recommended',
  title: 'Account with an empty password',
  why: 'Anybody in the container becomes this user with `su`, and from outside where an SSH server lets empty passwords in.',
  remedy: 'Lock the password instead: `passwd -l`, `useradd` without `-p`, `adduser --disabled-password`.',
  aliases: [],
  references: [cwe(258)],
  inOnbuild: true,

  programs: ['chpasswd', 'passwd', 'useradd', 'usermod'],
  run(run, { report }) {
    for (const command of run.commands) {
      const span = emptied(command);
      if (span)
        report(
          span,
          say`This leaves the account with an empty password, so that anybody may be that user. Lock it with \`passwd -l\`.`,
        );
    }
  },
});

function emptied(command: Command): Span | undefined {
  switch (command.name) {
    case 'passwd':
      return command.hasFlag('-d', '--delete') ? command.span : undefined;
    case 'useradd':
    case 'usermod':
      return command.flagValue('-p', '--password')?.known === '' ? command.span : undefined;
    case 'chpasswd':
      return passwordsForChpasswd(command).find(({ password }) => password === '')?.span;
    default:
      return undefined;
  }
}
