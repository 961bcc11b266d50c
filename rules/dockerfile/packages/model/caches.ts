import { type Message, say } from '../../../message';
import { derived } from '../../model/derived';
import { appendCommand, type DockerfileEdit } from '../../model/edit';
import type { RunInstruction } from '../../model/instructions/command-line';
import {
  type PackageAction,
  type PackageCall,
  type PackageManagerId,
  packageCallOf,
} from '../../model/package-managers';
import type { DockerfileContext } from '../../model/rule';
import type { Command } from '../../model/shell/command';

/** Files that a package manager leaves behind. */
export interface Cache {
  readonly managers: readonly PackageManagerId[];
  /** What fills it. */
  readonly actions: readonly PackageAction[];
  /** Where it is; `~` is the home of whoever runs the command. */
  readonly paths: readonly string[];
  /** True for a call of a package manager that empties it. */
  cleans(call: PackageCall): boolean;
}

/** The package manager calls of a RUN. */
export const callsOf = derived((run: RunInstruction): readonly PackageCall[] => {
  const calls: PackageCall[] = [];
  for (const command of run.commands) {
    const call = packageCallOf(command);
    if (call) calls.push(call);
  }
  return calls;
});

/** The last call that fills a cache which stays in the layer. */
export function callThatLeaves(cache: Cache, run: RunInstruction): PackageCall | undefined {
  const call = callsOf(run).findLast(
    ({ manager, action }) => cache.managers.includes(manager.id) && cache.actions.includes(action),
  );
  if (!call) return undefined;
  return isGone(cache, run, call.command) ? undefined : call;
}

/** True where the cache is no part of the layer: it is mounted, or deleted after the command. */
export function isGone(
  { paths, cleans }: Pick<Cache, 'paths' | 'cleans'>,
  run: RunInstruction,
  after: Command,
): boolean {
  return (
    isMounted(run, paths) ||
    run.commands.some((command) => {
      // A function is written before the place where it is called.
      if (command.order <= after.order && !command.isInside('function')) return false;
      const call = packageCallOf(command);
      return (call !== undefined && cleans(call)) || deletes(command, paths) || isCleaner(command, call);
    })
  );
}

/** True where one of the paths is no part of the layer while RUN runs. */
export const isMounted = (run: RunInstruction, paths: readonly string[]): boolean =>
  run.mounts.some(({ type, target }) => {
    if (type === 'secret' || type === 'ssh' || !target) return false;
    const mounted = target.known;
    return mounted === undefined || paths.some((path) => isAtOrBelow(path, atHome(mounted)));
  });

/** Scripts of the image that are there to make it small. */
const isCleaner = ({ name }: Command, call: PackageCall | undefined): boolean =>
  call === undefined && name !== undefined && /clean|purge|shrink|slim|minimi[sz]e/i.test(name);

/** True for a command that deletes one of the paths, or may. */
export function deletes(command: Command, paths: readonly string[]): boolean {
  if (command.name === 'rm' || command.name === 'rmdir')
    return command.positionals().some((argument) => {
      if (argument.known === undefined && /^[$`"]/.test(argument.word.text) && !argument.value.includes('/'))
        return true;
      return braces(argument.value).some((removed) => paths.some((path) => touches(removed, path)));
    });
  if (command.name !== 'find') return false;
  const deleting = command.args.some(({ value }) => /^-(?:delete|exec|execdir)$/.test(value));
  return deleting && command.args.some(({ value }) => paths.some((path) => touches(value, path)));
}

/** `/var/cache/*` takes what is below, and `/var/lib/apt/lists/*_dists_*` the better part of it. */
function touches(removed: string, path: string): boolean {
  const wild = removed.search(/[*?[]/);
  const plain = atHome(wild < 0 ? removed : removed.slice(0, removed.lastIndexOf('/', wild)));
  if (plain === '' || plain === '.') return wild >= 0 && removed.startsWith('/');
  return isAtOrBelow(path, plain) || isAtOrBelow(plain, path) || (path.length > 8 && plain.includes(path));
}

const isAtOrBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);

const atHome = (path: string): string =>
  path.replace(/(?<!\/)\/+$/, '').replace(/^(?:~|\$HOME|\$\{HOME\}|\/root|\/home\/[^/]+)(?=\/|$)/, '~');

/** The words that the shell makes of one `{a,b}`. */
function braces(text: string): readonly string[] {
  const match = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(text);
  if (!match) return [text];
  const [, before = '', inner = '', behind = ''] = match;
  return inner.split(',').map((one) => before + one + behind);
}

/** The edit that runs one more command at the end of a RUN; undefined where it cannot be written. */
export function atEndOf(run: RunInstruction, command: Command, text: string): DockerfileEdit | undefined {
  const last = run.script?.tree.commands.at(-1);
  if (run.form === 'exec' || !last || last.background) return undefined;
  return appendCommand(run, command.isRunBy('sudo') ? `sudo ${text}` : text);
}

/** Reports the call that leaves a cache, with a fix that runs `cleaning` at the end of the RUN. */
export function reportCache(
  cache: Cache,
  run: RunInstruction,
  context: DockerfileContext,
  cleaning: string,
): void {
  const call = callThatLeaves(cache, run);
  const subcommand = call?.subcommand.at(-1) ?? call?.command;
  if (!call || !subcommand) return;
  const message: Message = say`What \`${call.manager.id}\` has downloaded stays in this layer of the image. Run \`${cleaning}\` at the end of the same RUN.`;
  const inOtherRoot = call.command.hasFlag('--installroot', '--root', '-R', '-r');
  const edit = inOtherRoot ? undefined : atEndOf(run, call.command, cleaning);
  context.report(subcommand, message, {
    fix: edit && { title: say`Run ${cleaning} at the end`, edits: [edit] },
  });
}
