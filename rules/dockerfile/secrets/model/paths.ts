import type { RunInstruction } from '../../model/instructions/command-line';
import type { Mount } from '../../model/instructions/mount';
import type { Command } from '../../model/shell/command';

/** A path in one form: the home of root is `~`, without a slash at the end. */
export const plainPath = (path: string): string =>
  path
    .replace(/^(?:\$HOME|\$\{HOME\}|\/root)(?=\/|$)/, '~')
    .replace(/(?<!\/)\/+$/, (_, at: number) => (at === 0 ? '/' : ''))
    .replace(/^\.\//, '');

export const baseName = (path: string): string => path.replace(/(?<!\/)\/+$/, '').replace(/^.*\//, '');

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

/** `*` and `?` stand for what is in one step of a path. */
function matches(pattern: string, path: string): boolean {
  const steps = path.split('/');
  const wanted = pattern.split('/');
  return wanted.length <= steps.length && wanted.every((glob, at) => fits(glob, steps[at] ?? ''));
}

/** No file system knows longer names. */
const maxName = 255;

/** Whether a name is as a glob wants it. Unlike a regular expression, it goes back to the last star only. */
function fits(glob: string, name: string): boolean {
  if (name.length > maxName) return false;
  let at = 0;
  let star = -1;
  let from = 0;
  for (let here = 0; here < name.length; ) {
    if (glob[at] === '*') {
      star = at;
      at += 1;
      from = here;
    } else if (glob[at] === '?' || glob[at] === name[here]) {
      at += 1;
      here += 1;
    } else if (star >= 0) {
      at = star + 1;
      from += 1;
      here = from;
    } else return false;
  }
  return /^\**$/.test(glob.slice(at));
}
