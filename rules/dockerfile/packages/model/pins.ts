import { say } from '../../../message';
import {
  installsOf,
  type Package,
  type PackageCall,
  type PackageManagerId,
} from '../../model/package-managers';
import type { DockerfileContext } from '../../model/rule';
import type { Argument, Command } from '../../model/shell/command';

/** A word that names a package together with a version, a range, a release or the wish that it be absent. */
const held: Readonly<Partial<Record<PackageManagerId, RegExp>>> = {
  'apt-get': /[=/]|-$/,
  apt: /[=/]|-$/,
  apk: /[=<>~]|^!/,
  yum: /^@|-(?:\d+:)?\d|[<>=]=?\s*\d/,
  dnf: /^@|-(?:\d+:)?\d|[<>=]=?\s*\d/,
  microdnf: /^@|-(?:\d+:)?\d/,
  tdnf: /^@|-(?:\d+:)?\d/,
  zypper: /[=<>]/,
  pip: /^[^;]*[=<>~!]/,
  pipx: /^[^;]*[=<>~!]/,
  uv: /^[^;]*[=<>~!@]/,
  npm: /^@?[^@]+@|#/,
  yarn: /^@?[^@]+@|#/,
  pnpm: /^@?[^@]+@|#/,
  gem: /^[^:]+:/,
  go: /@(?!latest$|none$)/,
  cargo: /@/,
  conda: /[=<>]/,
};

/** Repositories that are cloned: without a commit, tag or branch they give whatever is newest. */
const repository = /(?:^| @ )(?:git|hg|svn|bzr)\+|^git(?:@|:)|\.git(?:$|#)/;

/** Packages of an installation that are held at no version. */
function unpinnedIn(call: PackageCall): readonly Package[] {
  // What is there is installed once more.
  if (call.subcommand.at(-1)?.value === 'reinstall' || takesVersionsFromFile(call)) return [];
  return call.packages.filter((one) => !isHeld(one, call.manager.id));
}

/** A list of constraints holds all; other lists hold what they name, and the words beside them are judged on their own. */
const takesVersionsFromFile = ({ command }: PackageCall): boolean =>
  command.flagValue('-c', '--constraint', '--constraints') !== undefined &&
  /^(?:pip|uv)/.test(command.name ?? '');

function isHeld({ argument, kind, version }: Package, manager: PackageManagerId): boolean {
  const { value } = argument;
  if (kind === 'path' || kind === 'unknown') return true;
  if (manager === 'go' && version === 'latest') return false;
  if (version !== undefined) return true;
  if (repository.test(value)) return revisionOf(value, manager) !== undefined;
  if (held[manager]?.test(value) || value === '..' || isLocal(value, manager)) return true;
  // What a variable hides may be a version.
  return kind === 'url' || argument.known === undefined;
}

/** npm names a revision behind `#`, pip and its like behind `@`. */
function revisionOf(value: string, manager: PackageManagerId): string | undefined {
  const [address = '', fragment] = value.split('#');
  if (/^(?:npm|yarn|pnpm)$/.test(manager)) return fragment?.replace(/^semver:/, '') || undefined;
  const [, ...behind] = withoutUser(address.slice(address.lastIndexOf(' ') + 1)).split('@');
  return behind.join('@') || undefined;
}

/** `user@` in an address is no revision. */
const withoutUser = (value: string): string =>
  value.replace(/^((?:[a-z+]+:\/\/)?)[\w.-]+@(?=[\w.-]+[:/])/, '$1');

/** What the manager takes from the build itself. */
function isLocal(value: string, manager: PackageManagerId): boolean {
  if (manager === 'go') return !/^[\w-]+\.[\w.-]+\//.test(value);
  if (manager === 'pip' || manager === 'uv') return value.includes('/') && !value.includes(':');
  if (manager === 'npm') return /^(?:file:|~\/)|\.(?:tgz|tar|tar\.gz)$/.test(value);
  return false;
}

const maxNames = 5;

/** Says which packages an installation takes at any version. */
export function reportUnpinned(
  command: Command,
  { report }: DockerfileContext,
  managers: readonly PackageManagerId[],
): void {
  const call = installsOf(command);
  const subcommand = call?.subcommand.at(-1);
  if (!call || !subcommand || !managers.includes(call.manager.id)) return;
  const unpinned = unpinnedIn(call);
  const [first] = unpinned;
  if (!first) return;
  const names = unpinned.map(({ name }) => name);
  const listed = names.slice(0, maxNames).join(', ');
  const example = `${first.name}${call.manager.pinSign}1.2.3`;
  const more = names.length - maxNames;
  report(
    subcommand,
    more > 0
      ? say`Nothing holds the version of ${listed} and ${more} more: the next build may get others. Pin them, as \`${example}\`.`
      : say`Nothing holds the version of ${listed}: the next build may get another. Pin it, as \`${example}\`.`,
  );
}

/** Names of the branch that work goes on in. */
const branches = /^(?:master|main|develop|devel|dev|trunk|HEAD|head|refs\/heads\/.*)$/;

/** Tells of a repository that is taken at the head of a branch: of a named one, or of its default. */
export function headOf(
  { value, known }: Argument,
  manager: PackageManagerId,
): { readonly branch: string | undefined } | undefined {
  if (manager === 'go') {
    const branch = /@([^@]*)$/.exec(value)?.[1];
    return branch !== undefined && branches.test(branch) ? { branch } : undefined;
  }
  if (!/^(?:pip|pipx|uv|npm|yarn|pnpm)$/.test(manager) || !repository.test(value)) return undefined;
  const revision = revisionOf(value, manager);
  if (revision === undefined) return known === undefined ? undefined : { branch: undefined };
  return branches.test(revision) ? { branch: revision } : undefined;
}
