import { say } from '../../message';
import { cwe } from '../../references';
import type { Span } from '../../text';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'second-root',
  topic: 'C6',
  severity: 'error',
  profile: 'recommended',
  title: 'Another account with the number of root',
  why: 'The kernel knows numbers only: an account with UID 0 is root under another name, which whoever reads the file or the list of processes does not see.',
  remedy: 'Give the account a number of its own, or use root where root is meant.',
  aliases: [],
  references: [cwe(250)],
  inOnbuild: true,

  programs: ['useradd', 'adduser', 'usermod', 'echo', 'printf'],
  run(run, { report }) {
    for (const command of run.commands) {
      const span = rootNumber(command);
      if (span)
        report(span, say`UID 0 makes this account root under another name. Give it a number of its own.`);
    }
  },
});

function rootNumber(command: Command): Span | undefined {
  switch (command.name) {
    case 'useradd':
    case 'adduser':
    case 'usermod': {
      const uid = command.flagValue('-u', '--uid');
      const isRoot = command.positionals(['-u', '--uid']).at(-1)?.value === 'root';
      return uid?.known === '0' && !isRoot ? uid.span : undefined;
    }
    case 'echo':
    case 'printf':
      return command.redirections.some(({ target }) => target?.value === '/etc/passwd')
        ? command.args.find(({ value }) => /(?:^|\n)(?!root:)[\w.-]+:[^:]*:0:/.test(value))?.span
        : undefined;
    default:
      return undefined;
  }
}
