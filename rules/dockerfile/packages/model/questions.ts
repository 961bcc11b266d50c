import { say } from '../../../message';
import {
  assumesYes,
  type PackageAction,
  type PackageCall,
  type PackageManagerId,
  packageCallOf,
} from '../../model/package-managers';
import type { DockerfileContext } from '../../model/rule';
import type { Command } from '../../model/shell/command';
import { addAfter, addBefore } from './edits';
import { mayHideFlags } from './hidden-flags';

/** The flag that says yes. */
const yes: Readonly<Partial<Record<PackageManagerId, string>>> = {
  zypper: '--non-interactive',
  pacman: '--noconfirm',
};

const verbs: Readonly<Partial<Record<PackageAction, string>>> = {
  install: 'installs',
  upgrade: 'upgrades',
  remove: 'removes',
};

/** Settings that say yes to all that follows. */
const saidBefore: Readonly<Partial<Record<PackageManagerId, RegExp>>> = {
  'apt-get': /APT::Get::Assume-Yes/i,
  apt: /APT::Get::Assume-Yes/i,
  aptitude: /APT::Get::Assume-Yes/i,
  yum: /assumeyes/i,
  dnf: /assumeyes/i,
  microdnf: /assumeyes/i,
  tdnf: /assumeyes/i,
  conda: /always_?yes/i,
};

/** Reports a call that asks a question, which nobody answers in a build. */
export function reportQuestion(
  command: Command,
  { report, dockerfile }: DockerfileContext,
  managers: readonly PackageManagerId[],
  actions: readonly PackageAction[],
): void {
  const call = packageCallOf(command);
  const subcommand = call?.subcommand.at(-1);
  if (!call || !subcommand || !managers.includes(call.manager.id) || !actions.includes(call.action)) return;
  const earlier = dockerfile.text.slice(0, command.span.end);
  if (!asksQuestion(call) || saidBefore[call.manager.id]?.test(earlier)) return;
  const flag = yes[call.manager.id] ?? '-y';
  const deed = call.manager.flagActions ? call.manager.id : `${call.manager.id} ${subcommand.value}`;
  // A global flag of zypper; all others take it behind the subcommand too.
  const add = call.manager.id === 'zypper' ? addBefore : addAfter;
  const edit = add(command, subcommand, flag);
  report(
    subcommand,
    say`\`${deed}\` asks before it ${verbs[call.action] ?? 'acts'}, and a build cannot answer. Add \`${flag}\`.`,
    { fix: edit && { title: say`Add ${flag}`, edits: [edit] } },
  );
}

function asksQuestion(call: PackageCall): boolean {
  const { command, manager } = call;
  if (assumesYes(call) || mayHideFlags(command) || isAnswered(command)) return false;
  return !command.hasFlag(...(dryRuns[manager.id] ?? [])) && !(isApt(manager.id) && quietness(command) > 1);
}

const isApt = (id: PackageManagerId): boolean => id === 'apt-get' || id === 'apt';

const dryRuns: Readonly<Partial<Record<PackageManagerId, readonly string[]>>> = {
  'apt-get': ['-s', '--simulate', '--just-print', '--dry-run', '--recon', '--no-act', '--print-uris'],
  apt: ['-s', '--simulate', '--just-print', '--dry-run', '--recon', '--no-act', '--print-uris'],
  aptitude: ['-s', '--simulate'],
  yum: ['--assumeno', '--help'],
  dnf: ['--assumeno', '--help'],
  zypper: ['-D', '--dry-run', '--help'],
  pacman: ['-p', '--print'],
  conda: ['-d', '--dry-run'],
};

/** `yes | …`, `… < answers`. */
const isAnswered = (command: Command): boolean =>
  command.pipedFrom.length > 0 || command.redirections.some(({ operator }) => operator.startsWith('<'));

/** Two `-q` mean yes to apt. */
function quietness({ args }: Command): number {
  return args.reduce((sum, { value }) => {
    const level = /^--?q(?:uiet)?=(\d+)$/.exec(value);
    if (level) return Math.max(sum, Number(level[1]));
    if (value === '--quiet') return sum + 1;
    return /^-[a-z]+$/i.test(value) ? sum + value.split('q').length - 1 : sum;
  }, 0);
}
