import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
} from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { languageOf } from '../../rules/index';
import type { Entry, Host } from '../host';
import { t } from '../l10n';
import { type Decoded, decode } from './encoding';
import { repositoryOf } from './folders-above';

/** Larger files hold data, not manifests that a person writes. */
export const maxSize = 10_000_000;

export type Source =
  | ({ readonly kind: 'text' } & Decoded)
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The file system of this machine, for a program that must tell what it could not read. */
export class LocalFiles implements Host {
  /**
   * @param roots folders that are walked: a link to a file in one of them is left to the file itself.
   * @param onProblem told of each folder that cannot be read.
   */
  constructor(
    private readonly roots: readonly string[],
    private readonly onProblem: (path: string, why: string) => void,
  ) {}

  async list(folder: string): Promise<readonly Entry[]> {
    const at = URI.parse(folder).fsPath;
    try {
      const entries = await readdir(at, { withFileTypes: true });
      return (await Promise.all(entries.map((entry) => this.#entry(at, entry)))).flat();
    } catch (error) {
      this.onProblem(at, whyOf(error));
      return [];
    }
  }

  async read(file: string): Promise<Source> {
    return readSource(URI.parse(file).fsPath);
  }

  /** What is neither file nor folder counts as a file, so that reading it tells what is wrong. */
  async #entry(folder: string, entry: Dirent): Promise<Entry[]> {
    const { name } = entry;
    if (entry.isDirectory()) return [{ name, kind: 'folder' }];
    if (entry.isSymbolicLink() && !(await this.#isLinkToRead(path.join(folder, name)))) return [];
    return [{ name, kind: 'file' }];
  }

  /**
   * Links to folders are not followed, as in Git: they may lead round in a circle. Nor are links out of the project: whoever
   * wrote them is not to choose what else is read, shown and fixed.
   */
  async #isLinkToRead(link: string): Promise<boolean> {
    try {
      if ((await stat(link)).isDirectory()) return false;
      const target = await realpath(link);
      const isWalked = this.roots.some((root) => target.startsWith(root + path.sep));
      if (isWalked && languageOf(URI.file(target).toString()) !== undefined) return false;
      return isWalked || (await isInProject(target, this.roots));
    } catch {
      return true;
    }
  }
}

/** True where a file is below one of the folders, or in a Git repository with one. */
export async function isInProject(target: string, folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) {
    const project = await realpath(repositoryOf(folder) ?? folder);
    if (target.startsWith(project + path.sep)) return true;
  }
  return false;
}

/** Never waits for a pipe or a device, even where one takes the file's place meanwhile. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a regular file. It waits for the disk: a file is read in less time than it takes to come back to it. */
export function readSource(file: string): Source {
  try {
    const handle = openSync(file, readOnly);
    try {
      return refusal(fstatSync(handle)) ?? sourceOf(readFileSync(handle));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return failure(file, error);
  }
}

function refusal(about: Stats): Source | undefined {
  if (about.isDirectory()) return { kind: 'unreadable', why: t`it is a folder` };
  if (!about.isFile()) return { kind: 'unreadable', why: t`it is no regular file` };
  return about.size > maxSize ? { kind: 'unreadable', why: tooLarge() } : undefined;
}

function failure(file: string, error: unknown): Source {
  if (codeOf(error) !== 'ENOENT') return { kind: 'unreadable', why: whyOf(error) };
  const isThere = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  return isThere ? { kind: 'unreadable', why: t`it is a link that leads nowhere` } : { kind: 'missing' };
}

const tooLarge = (): string => t`it is larger than ${maxSize / 1_000_000} MB`;

export function sourceOf(bytes: Uint8Array): Source {
  if (bytes.length > maxSize) return { kind: 'unreadable', why: tooLarge() };
  const decoded = decode(bytes);
  return 'why' in decoded ? { kind: 'unreadable', why: decoded.why } : { kind: 'text', ...decoded };
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

const causes: Readonly<Record<string, () => string>> = {
  EACCES: () => t`permission denied`,
  EPERM: () => t`permission denied`,
  ELOOP: () => t`its links lead round in a circle`,
  ENOENT: () => t`it does not exist`,
  ENOTDIR: () => t`a part of its path is no folder`,
  EISDIR: () => t`it is a folder`,
  ENXIO: () => t`it is no regular file`,
  EMFILE: () => t`too many files are open`,
  ENAMETOOLONG: () => t`its name is too long`,
  ENOSPC: () => t`no space is left on the device`,
  EROFS: () => t`the file system is read-only`,
};

/** Why the system refused, in words. */
export function whyOf(error: unknown): string {
  const code = codeOf(error);
  return (
    (code === undefined ? undefined : causes[code]?.()) ??
    (error instanceof Error ? error.message : String(error))
  );
}
