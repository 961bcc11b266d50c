import type { RunInstruction } from '../../model/instructions/command-line';
import type { PackageCall } from '../../model/package-managers';
import { callsOf } from './caches';

/** The call that updates, in a RUN that surely installs nothing. */
export function updateAlone(run: RunInstruction): PackageCall | undefined {
  const calls = callsOf(run);
  const update = calls.find(isUpdate);
  if (!update || calls.some(installs)) return undefined;
  // A script may install as well.
  const mayInstall = run.commands.some(
    ({ name }) => name === undefined || /\.sh$|^(?:source|\.)$|install/.test(name),
  );
  return mayInstall ? undefined : update;
}

/** What fetches lists, and what is called `update` though it upgrades all. */
const isUpdate = ({ manager, action, subcommand }: PackageCall): boolean =>
  system.has(manager.id) &&
  (action === 'update' || (action === 'upgrade' && subcommand[0]?.value === 'update'));

const system: ReadonlySet<string> = new Set([
  'apt-get',
  'apt',
  'aptitude',
  'apk',
  'yum',
  'dnf',
  'microdnf',
  'tdnf',
  'zypper',
]);

const installs = (call: PackageCall): boolean =>
  system.has(call.manager.id) &&
  (call.action === 'install' || (call.action === 'upgrade' && !isUpdate(call)));
