import type { RunInstruction } from '../../model/instructions/command-line';
import { type PackageCall, type PackageManagerId, packageCallOf } from '../../model/package-managers';
import type { Command } from '../../model/shell/command';
import { callsOf } from './caches';
import { mayDoAnything } from './unknown-programs';

/** The call that updates, in a RUN that surely installs nothing. */
export function updateAlone(run: RunInstruction): PackageCall | undefined {
  const calls = callsOf(run);
  const update = calls.find(isUpdate);
  if (!update || calls.some(installs)) return undefined;
  return run.commands.some(mayInstall) ? undefined : update;
}

/** The first call that updates, where no call behind it in the RUN installs. What a script does is not asked. */
export function updateWithoutInstall(run: RunInstruction): PackageCall | undefined {
  const calls = callsOf(run);
  const update = calls.find(isUpdate);
  if (!update || run.commands.some(mayBeInstall)) return undefined;
  const isFollowed = calls.some((call) => installs(call) && call.command.order > update.command.order);
  return isFollowed ? undefined : update;
}

/** A package manager with words that are not known here. */
const mayBeInstall = (command: Command): boolean =>
  system.has(command.name ?? '') && !packageCallOf(command) && command.positionals().length > 0;

/** A script may install as well, and so may words of a package manager that are not known here. */
function mayInstall(command: Command): boolean {
  if (system.has(command.name ?? '')) return mayBeInstall(command);
  return !packageCallOf(command) && mayDoAnything(command);
}

/** What fetches lists, and what is called `update` though it upgrades all. */
export const isUpdate = ({ manager, action, subcommand }: PackageCall): boolean =>
  system.has(manager.id) &&
  (action === 'update' || (action === 'upgrade' && subcommand[0]?.value === 'update'));

/** Those that fetch lists of packages, and install for the whole system. */
export const systemManagers: readonly PackageManagerId[] = [
  'apt-get',
  'apt',
  'aptitude',
  'apk',
  'yum',
  'dnf',
  'microdnf',
  'tdnf',
  'zypper',
];

const system: ReadonlySet<string> = new Set(systemManagers);

const installs = (call: PackageCall): boolean =>
  system.has(call.manager.id) &&
  (call.action === 'install' || (call.action === 'upgrade' && !isUpdate(call)));

/** True for a RUN none of whose programs, package managers or others, is told to install or upgrade something. */
export const installsNothing = (run: RunInstruction): boolean =>
  !run.commands.some((command) => {
    const call = packageCallOf(command);
    const isInstalling =
      call && ['install', 'upgrade', 'restore'].includes(call.action ?? '') && !isUpdate(call);
    return isInstalling || command.args.some(({ value }) => value === 'install' || value === 'add');
  });
