import type { RunInstruction } from '../../model/instructions/command-line';
import type { Mount } from '../../model/instructions/mount';
import type { Command } from '../../model/shell/command';

/** A path in one form: the home of root is `~`, without a slash at the end. */
export const plainPath = (path: string): string =>
  path
    .replace(/^(?:\$HOME|\$\{HOME\}|\/root)(?=\/|$)/, '~')
    .replace(/(.)\/+$/, '$1')
    .replace(/^\.\//, '');

export const baseName = (path: string): string => path.replace(/\/+$/, '').replace(/^.*\//, '');

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);

/** What is mounted while RUN runs is no part of the image. */
const isCovering = (mount: Mount, path: string): boolean => {
  const target = mount.target?.known;
  return target !== undefined && mount.type !== 'ssh' && isBelow(path, plainPath(target));
};

/** Files of these folders are the kernel's and no part of the image either. */
const passing = /^\/(?:dev|proc|sys|run\/secrets)(?:\/|$)/;

/** True where what is written to a path stays in the image when RUN has ended. */
export function staysInImage(run: RunInstruction, command: Command, path: string): boolean {
  const plain = plainPath(path);
  if (passing.test(plain) || run.mounts.some((mount) => isCovering(mount, plain))) return false;
  return !run.commands.some((later) => later.order > command.order && removes(later, plain));
}

export function removes(command: Command, path: string): boolean {
  if (!['rm', 'shred', 'unlink', 'rmdir'].includes(command.name ?? '')) return false;
  return command.positionals().some(({ value }) => {
    const removed = plainPath(value);
    if (/[*?]/.test(removed)) return matches(removed, path);
    return isBelow(path, removed) || (!path.includes('/') && baseName(removed) === path);
  });
}

function matches(pattern: string, path: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^/]*')
    .replace(/\?/g, '[^/]');
  return new RegExp(`^${escaped}(?:/|$)`).test(path);
}
