import {
  type PackageAction,
  type PackageManager,
  type PackageManagerId,
  packageManagers,
} from '../../data/package-managers';
import { remembered } from '../../remembered';
import { derived } from './derived';
import type { Argument, Command } from './shell/command';

export type { PackageAction, PackageManager, PackageManagerId };

/** What a call of a package manager does. */
export interface PackageCall {
  readonly manager: PackageManager;
  readonly action: PackageAction;
  readonly command: Command;
  /** The words that say the action: `install`, `pip install`, `-S`. */
  readonly subcommand: readonly Argument[];
  /** What it acts on. */
  readonly packages: readonly Package[];
  /** Files that list packages: the values of `-r`, `--file`. */
  readonly lists: readonly Argument[];
}

export interface Package {
  readonly argument: Argument;
  /** Without version. */
  readonly name: string;
  /** The version that it is held at; undefined where none is given. */
  readonly version: string | undefined;
  /** `path` and `url` are files that bring their own version. `unknown` is a variable that is not known. */
  readonly kind: 'name' | 'path' | 'url' | 'unknown';
}

const byProgram: ReadonlyMap<string, PackageManager> = new Map(
  packageManagers.flatMap((manager) => manager.programs.map((program) => [program, manager] as const)),
);

/** `pip3.11` is pip. */
const managerOf = remembered((program) => byProgram.get(program.replace(/^(pip[23]?)[\d.]*$/, '$1')));

export const everyManager: readonly PackageManagerId[] = packageManagers.map(({ id }) => id);

/** The programs by which package managers are called; pip and its like may be called through python as well. */
export const programsOf = (...ids: readonly PackageManagerId[]): readonly string[] =>
  managersOf(ids).flatMap(({ programs }) => programs);

export const managersOf = (ids: readonly PackageManagerId[]): readonly PackageManager[] =>
  packageManagers.filter(({ id }) => ids.includes(id));

/** What a command does with packages; undefined where it is no package manager or does something else. */
export const packageCallOf = derived(readCall);

function readCall(command: Command): PackageCall | undefined {
  const name = command.name;
  if (name === undefined) return undefined;
  const module = moduleOf(command);
  const manager = module ? byProgram.get(module.value) : managerOf(name);
  if (!manager) return undefined;
  // `python -m pip install`: what stands before belongs to python.
  const skip = module ? command.args.indexOf(module) + 1 : 0;
  const positionals = command.positionals(manager.valueFlags);
  const words =
    skip === 0 ? positionals : positionals.filter((argument) => command.args.indexOf(argument) >= skip);
  const found = manager.flagActions
    ? flagAction(command, manager)
    : subcommandAction(command, manager, words);
  if (!found) return undefined;
  const operands = words.filter((argument) => !found.subcommand.includes(argument));
  const version = manager.versionFlags ? command.flagValue(...manager.versionFlags)?.value : undefined;
  return {
    manager,
    action: actionOf(found.action, manager, operands),
    command,
    subcommand: found.subcommand,
    packages: operands.map((argument) => packageOf(argument, manager, version)),
    lists: (manager.listFlags ?? []).flatMap((flag) => command.flagValue(flag) ?? []),
  };
}

/** The call, where it installs packages. */
export function installsOf(command: Command): PackageCall | undefined {
  const call = packageCallOf(command);
  return call?.action === 'install' ? call : undefined;
}

/** True where nothing will ask a question: a flag says yes, or the manager asks none. */
export const assumesYes = ({ manager, command }: PackageCall): boolean =>
  manager.yesFlags.length === 0 || command.hasFlag(...manager.yesFlags);

const isPython = remembered((program) => /^(?:python|pypy)[\d.]*$/.test(program));

/** `pip` of `python3 -m pip`. */
function moduleOf(command: Command): Argument | undefined {
  return isPython(command.name ?? '') ? command.flagValue('-m') : undefined;
}

interface FoundAction {
  readonly action: PackageAction;
  readonly subcommand: readonly Argument[];
}

function flagAction(command: Command, manager: PackageManager): FoundAction | undefined {
  for (const { pattern, action } of manager.flagActions ?? []) {
    const flag = command.args.find((argument) => pattern.test(argument.value));
    if (flag) return { action, subcommand: [flag] };
  }
  return undefined;
}

function subcommandAction(
  command: Command,
  manager: PackageManager,
  words: readonly Argument[],
): FoundAction | undefined {
  const [first, second] = words;
  if (!first) return isBare(words, command) ? actionNamed('', manager, []) : undefined;
  const ofTwo =
    second && firstOfTwo.get(manager)?.has(first.value)
      ? actionNamed(`${first.value} ${second.value}`, manager, [first, second])
      : undefined;
  return ofTwo ?? actionNamed(first.value, manager, [first]);
}

/** The words behind which a second one says what is done: `pip` of `uv pip install`. */
const firstOfTwo: ReadonlyMap<PackageManager, ReadonlySet<string>> = new Map(
  packageManagers.map((manager) => [
    manager,
    new Set(
      Object.keys(manager.actions).flatMap((name) =>
        name.includes(' ') ? (name.split(' ', 1)[0] ?? '') : [],
      ),
    ),
  ]),
);

function actionNamed(
  name: string,
  { actions }: PackageManager,
  subcommand: readonly Argument[],
): FoundAction | undefined {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  return action && { action, subcommand };
}

/** `yarn` alone installs; `yarn --version` does not. */
const isBare = (words: readonly Argument[], command: Command): boolean =>
  words.length === 0 && !command.hasFlag('--version', '-v', '--help', '-h');

/** `npm install` without a name installs what package.json says. */
const actionOf = (
  action: PackageAction,
  manager: PackageManager,
  operands: readonly Argument[],
): PackageAction =>
  action === 'install' && manager.id === 'npm' && operands.length === 0 ? 'restore' : action;

function packageOf(argument: Argument, manager: PackageManager, version: string | undefined): Package {
  const { value } = argument;
  const match = manager.pin.exec(value);
  return {
    argument,
    name: match?.[1] ?? value,
    version: match?.[2] ?? version,
    kind: kindOf(argument),
  };
}

function kindOf({ value, known }: Argument): Package['kind'] {
  if (/^(?:git\+|https?:|ftp:|file:|git:|ssh:)/.test(value) || / @ /.test(value)) return 'url';
  if (/^\.{0,2}\//.test(value) || value === '.' || /^\.\[/.test(value)) return 'path';
  if (/\.(?:deb|rpm|apk|whl|tgz|tar\.gz|zip|gem)$/.test(value)) return 'path';
  return known === undefined && /^["']?\$/.test(value) ? 'unknown' : 'name';
}
