import type { Argument, Command } from '../../model/shell/command';
import { baseName } from './paths';

/** What a command copies, and where to. */
export interface Copy {
  readonly sources: readonly Argument[];
  readonly destination: string;
  /** The path that a source is copied to. */
  pathOf(source: string): string;
}

/** Programs that copy files, with their flags that take a value. */
const copiers: Readonly<Record<string, readonly string[]>> = {
  cp: ['-S', '--suffix', '-t', '--target-directory'],
  mv: ['-S', '--suffix', '-t', '--target-directory'],
  install: ['-g', '--group', '-m', '--mode', '-o', '--owner', '-S', '-t', '--target-directory'],
  rsync: ['-e', '--rsh', '--chmod', '--chown', '--exclude', '--include'],
  ln: ['-S', '--suffix', '-t', '--target-directory'],
};

export function copyOf(command: Command): Copy | undefined {
  const name = command.name ?? '';
  if (name === 'dd') return copyByDd(command);
  const valueFlags = Object.hasOwn(copiers, name) ? copiers[name] : undefined;
  // A symbolic link copies nothing.
  if (!valueFlags || (name === 'ln' && command.hasFlag('-s', '--symbolic'))) return undefined;
  const words = command.positionals(valueFlags);
  const folder = name === 'rsync' ? undefined : command.flagValue('-t', '--target-directory')?.value;
  const destination = folder ?? words.at(-1)?.value;
  const sources = folder === undefined ? words.slice(0, -1) : words;
  if (destination === undefined || sources.length === 0) return undefined;
  const isFolder = folder !== undefined || sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(destination);
  return {
    sources,
    destination,
    pathOf: (source) =>
      isFolder ? `${destination.replace(/(?<!\/)\/+$/, '')}/${baseName(source)}` : destination,
  };
}

function copyByDd(command: Command): Copy | undefined {
  const source = command.args.find(({ value }) => value.startsWith('if='));
  const destination = command.args.find(({ value }) => value.startsWith('of='))?.value.slice(3);
  return source && destination !== undefined
    ? { sources: [source], destination, pathOf: () => destination }
    : undefined;
}
