import { say } from '../../message';
import { cwe } from '../../references';
import type { RunInstruction } from '../model/instructions/command-line';
import { isInImage } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { staysInImage } from './model/paths';

export default dockerfileRule({
  id: 'key-made-in-build',
  topic: 'C1',
  severity: 'warning',
  profile: 'recommended',
  title: 'Private key is made while the image is built',
  why: 'All containers of the image have the same key, and everybody who may pull the image has it too: they can pose as the server or read what is sent to it.',
  remedy:
    'Make the key when the container starts, where there is none, or mount one. Take keys that an installation made out in the same RUN.',
  aliases: [],
  references: [cwe(321)],

  programs: ['ssh-keygen', 'openssl', 'keytool', 'wg'],
  run(run, { report, dockerfile }) {
    if (!isInImage(run.stage, dockerfile)) return;
    for (const command of run.commands) {
      const made = keyMadeBy(command);
      if (!made || !staysInImage(run, command, made.path) || isTakenAway(made.path, command, run)) continue;
      report(
        command,
        say`This makes ${made.kind} that all containers of the image share and everybody who gets the image has. Make it when the container starts.`,
      );
    }
  },
});

interface Made {
  readonly kind: string;
  readonly path: string;
}

function keyMadeBy(command: Command): Made | undefined {
  switch (command.name) {
    case 'ssh-keygen':
      return madeBySsh(command);
    case 'openssl':
      return madeByOpenssl(command);
    case 'keytool':
      return command.hasFlag('-genkey', '-genkeypair')
        ? made('a private key', command.flagValue('-keystore')?.known ?? '~/.keystore')
        : undefined;
    case 'wg':
      return command.args[0]?.value === 'genkey' ? writtenBy(command, 'a private WireGuard key') : undefined;
    default:
      return undefined;
  }
}

const made = (kind: string, path: string | undefined): Made | undefined =>
  path === undefined || path === '' || path === '/dev/stdout' ? undefined : { kind, path };

function madeBySsh(command: Command): Made | undefined {
  if (command.hasFlag('-A')) return made("the host's SSH keys", '/etc/ssh/ssh_host_rsa_key');
  const isOther = [
    '-l',
    '-y',
    '-F',
    '-R',
    '-H',
    '-i',
    '-e',
    '-s',
    '-k',
    '-L',
    '-Y',
    '-Q',
    '-p',
    '-c',
    '-B',
    '-D',
    '-I',
  ].some((flag) => command.args.some(({ value }) => value === flag || value === `${flag}f`));
  if (isOther || command.args.length === 0) return undefined;
  return made('a private SSH key', command.flagValue('-f')?.known ?? '~/.ssh/id_ed25519');
}

function madeByOpenssl(command: Command): Made | undefined {
  const action = command.args[0]?.value ?? '';
  if (action === 'req') {
    const makesKey = command.hasFlag('-newkey', '-new', '-x509') && !command.hasFlag('-key');
    return makesKey ? made('a private key', command.flagValue('-keyout')?.known) : undefined;
  }
  const makesKey =
    /^(?:genrsa|genpkey|gendsa)$/.test(action) || (action === 'ecparam' && command.hasFlag('-genkey'));
  if (!makesKey || command.hasFlag('-genparam')) return undefined;
  return made('a private key', command.flagValue('-out')?.known) ?? writtenBy(command, 'a private key');
}

function writtenBy(command: Command, kind: string): Made | undefined {
  const target = command.redirections.find(({ operator }) => operator === '>')?.target;
  return made(kind, target?.known);
}

/** Host keys are deleted by a pattern. */
const isTakenAway = (path: string, command: Command, run: RunInstruction): boolean =>
  path.startsWith('/etc/ssh/') &&
  run.commands.some(
    (later) =>
      later.order > command.order &&
      later.name === 'rm' &&
      later.args.some(({ value }) => value.startsWith('/etc/ssh/ssh_host_')),
  );
