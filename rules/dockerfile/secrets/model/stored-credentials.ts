import { remembered } from '../../../remembered';
import type { Argument, Command } from '../../model/shell/command';
import { npmSetting } from './password-arguments';
import { baseName } from './paths';

/** A file in which a program keeps a credential that it was given. */
export interface StoredCredential {
  readonly path: string;
  /** True for a command that takes the credential out of the file again. */
  isUndoneBy(later: Command): boolean;
}

interface Keeper {
  readonly program: RegExp;
  readonly path: string;
  /** The words that stand first. */
  readonly words: RegExp;
  /** True where the command may as well be given nothing secret: its words must hold a variable then. */
  readonly ifVariable: boolean;
  /** The words of a command of the same program that undo it. */
  readonly undo?: RegExp;
}

const keepers: readonly Keeper[] = [
  {
    program: /^docker$/,
    words: /^login\b/,
    path: '~/.docker/config.json',
    ifVariable: false,
    undo: /^logout\b/,
  },
  {
    program: /^helm$/,
    words: /^registry login\b/,
    path: '~/.config/helm/registry/config.json',
    ifVariable: false,
    undo: /^registry logout\b/,
  },
  {
    program: /^pip[\d.]*$/,
    words: /^config set \S*index-url\b/,
    path: '~/.config/pip/pip.conf',
    ifVariable: true,
    undo: /^config unset\b/,
  },
  {
    program: /^composer$/,
    words: /^config (?:-g )?(?:http-basic|github-oauth|gitlab-token|bearer)\b/,
    path: '~/.composer/auth.json',
    ifVariable: true,
    undo: /^config --unset\b/,
  },
  {
    program: /^poetry$/,
    words: /^config (?:http-basic|pypi-token)\b/,
    path: '~/.config/pypoetry/auth.toml',
    ifVariable: true,
  },
  {
    program: /^bundle$/,
    words: /^config (?:set )?[^\s.]+\.\S+ /,
    path: '~/.bundle/config',
    ifVariable: true,
    undo: /^config unset\b/,
  },
  {
    program: /^aws$/,
    words: /^configure set (?:\S*\.)?(?:aws_secret_access_key|aws_session_token)\b/,
    path: '~/.aws/credentials',
    ifVariable: true,
  },
  {
    program: /^cargo$/,
    words: /^login\b/,
    path: '~/.cargo/credentials.toml',
    ifVariable: false,
    undo: /^logout\b/,
  },
  {
    program: /^gh$/,
    words: /^auth login\b/,
    path: '~/.config/gh/hosts.yml',
    ifVariable: false,
    undo: /^auth logout\b/,
  },
  {
    program: /^gcloud$/,
    words: /^auth (?:login|activate-service-account)\b/,
    path: '~/.config/gcloud',
    ifVariable: false,
    undo: /^auth revoke\b/,
  },
  {
    program: /^az$/,
    words: /^login\b/,
    path: '~/.azure',
    ifVariable: true,
    undo: /^(?:logout|account clear)\b/,
  },
  {
    program: /^dotnet$/,
    words: /^nuget add source\b/,
    path: '~/.nuget/NuGet/NuGet.Config',
    ifVariable: true,
    undo: /^nuget remove source\b/,
  },
  {
    program: /^(?:huggingface-cli|hf)$/,
    words: /^(?:auth )?login\b/,
    path: '~/.cache/huggingface/token',
    ifVariable: false,
    undo: /^(?:auth )?logout\b/,
  },
];

const keepersOf = remembered((name) => keepers.filter(({ program }) => program.test(name)));

/** What a command that is given a secret by a variable, a file or a pipe keeps of it, and where. */
export function storedCredential(command: Command): StoredCredential | undefined {
  const name = command.name ?? '';
  if (name === 'git') return storedByGit(command);
  if (name === 'npm' || name === 'pnpm') return storedByNpm(command);
  const keeper = keepersOf(name).find((one) => one.words.test(command.text));
  if (!keeper || (keeper.ifVariable && !isSecretVariable(keeper, command))) return undefined;
  return {
    path: keeper.path,
    isUndoneBy: (later) => later.name === name && (keeper.undo?.test(later.text) ?? false),
  };
}

/** For addresses the variable is the password's only before the `@`; a source of packages needs a password at all. */
function isSecretVariable({ program }: Keeper, command: Command): boolean {
  if (program.test('pip')) return command.args.some(hasSecretAddress);
  if (program.test('dotnet')) return hasVariable(command.flagValue('-p', '--password'));
  return hasVariable(command.args.at(-1));
}

const hasVariable = (argument: Argument | undefined): boolean => (argument?.word.expansions.length ?? 0) > 0;

/** An address whose user or password is a variable or the output of a command. */
export const hasSecretAddress = ({ value, word }: Argument): boolean =>
  word.expansions.length > 0 && secretAddress.test(value);

const secretAddress = /:\/\/[^\s/@$`]{0,200}(?:\$\([^)]{1,200}\)|`[^`]{1,200}`|\$\{?\w)[^\s@]{0,200}@/;

function storedByNpm(command: Command): StoredCredential | undefined {
  if (!npmSetting(command).some(({ argument }) => hasVariable(argument))) return undefined;
  return {
    path: '~/.npmrc',
    isUndoneBy: (later) =>
      later.name === command.name && /^(?:config )?(?:delete|rm|unset)\b|^logout\b/.test(later.text),
  };
}

function storedByGit(command: Command): StoredCredential | undefined {
  const words = command.positionals(['-c', '-C', '-b', '--branch', '--depth', '-o', '--origin']);
  const [action, second] = words.map(({ value }) => value);
  if (action === 'config') return storedInGitConfig(command);
  if (action === 'clone') {
    const address = words[1];
    return address && hasSecretAddress(address)
      ? inRepository(words[2]?.value ?? nameOfClone(address.value))
      : undefined;
  }
  const isRemote = (action === 'remote' && /^(?:add|set-url)$/.test(second ?? '')) || action === 'submodule';
  return isRemote && words.some(hasSecretAddress) ? inRepository('.') : undefined;
}

function storedInGitConfig(command: Command): StoredCredential | undefined {
  const isHeader = command.args.some(
    ({ value }, index) =>
      /extraheader$/i.test(command.args[index - 1]?.value ?? '') && /authorization/i.test(value),
  );
  const holds = isHeader ? hasVariable(command.args.at(-1)) : command.args.some(hasSecretAddress);
  if (!holds) return undefined;
  const path = command.hasFlag('--system')
    ? '/etc/gitconfig'
    : command.hasFlag('--global')
      ? '~/.gitconfig'
      : '.git/config';
  return {
    path,
    isUndoneBy: (later) => later.name === 'git' && /^config\b.*(?:--unset|--remove-section)/.test(later.text),
  };
}

const inRepository = (folder: string): StoredCredential => ({
  path: `${folder.replace(/(?<!\/)\/+$/, '')}/.git/config`.replace(/^\.\//, ''),
  isUndoneBy: (later) =>
    (later.name === 'git' &&
      /\bremote (?:set-url|remove|rm)\b/.test(later.text) &&
      !later.args.some(hasSecretAddress)) ||
    (later.name === 'rm' &&
      later.args.some(({ value }) => /\.git\/?$/.test(value) || baseName(value) === baseName(folder))),
});

const nameOfClone = (address: string): string => baseName(address).replace(/\.git$/, '');
