import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { type AccountPassword, passwordsForChpasswd } from './model/accounts';

export default dockerfileRule({
  id: 'account-password',
  topic: 'C6',
  severity: 'error',
  profile: 'recommended',
  title: 'Password of an account stands in the file',
  why: 'All containers of the image have the same password, and whoever has the image or this file knows it. With `su`, `sudo` or an SSH server it is the way to be that user.',
  remedy:
    'A container needs no passwords: leave the account locked, as `useradd` does, and choose the user with USER. Where people log in, use keys that are mounted when the container runs.',
  aliases: [],
  references: [cwe(798), cwe(259)],
  inOnbuild: true,

  programs: ['chpasswd', 'passwd', 'useradd', 'usermod'],
  run(run, { report }) {
    for (const command of run.commands)
      for (const { user, span } of passwordsSetBy(command))
        report(
          span,
          say`The password of ${user} stands here in the open and is the same in all containers. Leave the account locked.`,
        );
  },
});

function passwordsSetBy(command: Command): readonly AccountPassword[] {
  switch (command.name) {
    case 'chpasswd':
      return passwordsForChpasswd(command).filter(({ password }) => isOpen(password));
    case 'passwd':
      return typedForPasswd(command);
    case 'useradd':
    case 'usermod':
      return byFlag(command);
    default:
      return [];
  }
}

/** Short ones such as `a` are passwords too; what another program fills in is none, nor is `*` or `!`. */
const isOpen = (password: string): boolean =>
  password !== '' && !/[$`]/.test(password) && !/^[*!x]+$/.test(password) && !/^%?s$/.test(password);

/** `echo secret | passwd --stdin root`, `printf 'a\na\n' | passwd root`. */
function typedForPasswd(command: Command): readonly AccountPassword[] {
  const user = command.positionals().at(-1)?.value ?? 'root';
  return command.pipedFrom
    .filter(({ name }) => name === 'echo' || name === 'printf')
    .flatMap(({ args }) => args.filter(({ isFlag }) => !isFlag).slice(0, 1))
    .filter(({ known }) => known !== undefined && isOpen(known))
    .map(({ known, span }) => ({ user, password: known ?? '', span }));
}

/** The flag takes a hash, so a word that is none locks the account; hashes can be tried out. */
function byFlag(command: Command): readonly AccountPassword[] {
  const value = command.flagValue('-p', '--password');
  const user = command.positionals(accountFlags).at(-1)?.value;
  if (value?.known === undefined || user === undefined || !/^\$\w+\$/.test(value.known)) return [];
  return [{ user, password: value.known, span: value.span }];
}

const accountFlags = [
  '-p',
  '--password',
  '-u',
  '--uid',
  '-g',
  '--gid',
  '-G',
  '--groups',
  '-d',
  '--home-dir',
  '-s',
  '--shell',
  '-c',
  '--comment',
  '-k',
  '-K',
  '-b',
  '-e',
  '-f',
];
