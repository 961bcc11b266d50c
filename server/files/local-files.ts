import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { languageOf } from '../../rules/index';
import type { Entry, Host } from '../host';
import { t } from '../l10n';
import { type Body, bodyOf, type Decoded, textOf } from './encoding';
import { repositoryOf } from './folders-above';
import { pathOf, uriOf } from './paths';

/** Larger files hold data, not manifests that a person writes. */
export const maxSize = 10_000_000;

export type Source =
  | ({ readonly kind: 'text'; readonly state?: FileState | undefined } & Decoded)
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The same as bytes, which are good only until the next file is read. */
export type BodySource = ({ readonly kind: 'text'; readonly state: FileState | undefined } & Body) | Refusal;

export type Refusal = Exclude<Source, { readonly kind: 'text' }>;

/** What a file holds, as it is. The bytes are good only until the next file is read. */
export type Bytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly about?: Stats } | Refusal;

/** The size of a file and when it was written: another one where it holds something else. */
export type FileState = string;

type Awaitable<Value> = Value | Promise<Value>;

/** What is asked of the file system about folders and links; it throws where it cannot tell. */
export interface Disk {
  list(folder: string): Awaitable<readonly Dirent[]>;
  isFolder(path: string): Awaitable<boolean>;
  realpath(path: string): Awaitable<string>;
  exists(path: string): boolean;
  read(file: string): Source;
}

/** For a program that has others waiting. */
const patientDisk: Disk = {
  list: (folder) => readdir(folder, { withFileTypes: true }),
  isFolder: async (path) => (await stat(path)).isDirectory(),
  realpath,
  exists: existsSync,
  read: readSource,
};

/** The file system of this machine, for a program that must tell what it could not read. */
export class LocalFiles implements Host {
  /**
   * @param roots folders that are walked: a link to a file in one of them is left to the file itself.
   * @param onProblem told of each folder that cannot be read.
   */
  constructor(
    private readonly roots: readonly string[],
    private readonly onProblem: (path: string, why: string) => void,
    private readonly disk: Disk = patientDisk,
  ) {}

  async list(folder: string): Promise<readonly Entry[]> {
    const at = pathOf(folder);
    try {
      const listed: Entry[] = [];
      for (const entry of await this.disk.list(at)) {
        const kind = entry.isSymbolicLink()
          ? await this.#kindOfLink(path.join(at, entry.name))
          : kindOf(entry);
        if (kind) listed.push({ name: entry.name, kind });
      }
      return listed;
    } catch (error) {
      this.onProblem(at, whyOf(error));
      return [];
    }
  }

  async read(file: string): Promise<Source> {
    return this.disk.read(pathOf(file));
  }

  async #kindOfLink(link: string): Promise<Entry['kind'] | undefined> {
    return (await this.#isLinkToRead(link)) ? 'file' : undefined;
  }

  /**
   * Links to folders are not followed, as in Git: they may lead round in a circle. Nor are links out of the project: whoever
   * wrote them is not to choose what else is read, shown and fixed.
   */
  async #isLinkToRead(link: string): Promise<boolean> {
    try {
      if (await this.disk.isFolder(link)) return false;
      const target = await this.disk.realpath(link);
      const isWalked = this.roots.some((root) => target.startsWith(root + path.sep));
      if (isWalked && languageOf(uriOf(target)) !== undefined) return false;
      return isWalked || (await isInProject(target, this.roots, this.disk));
    } catch {
      return true;
    }
  }
}

/** What is neither file nor folder counts as a file, so that reading it tells what is wrong. */
const kindOf = (entry: Dirent): Entry['kind'] => (entry.isDirectory() ? 'folder' : 'file');

/** True where a file is below one of the folders, or in a Git repository with one. */
export async function isInProject(
  target: string,
  folders: readonly string[],
  disk: Disk = patientDisk,
): Promise<boolean> {
  for (const folder of folders) {
    const project = await disk.realpath(repositoryOf(folder, disk.exists) ?? folder);
    if (target.startsWith(project + path.sep)) return true;
  }
  return false;
}

/** Never waits for a pipe or a device, even where one takes the file's place meanwhile. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Files are read into the same memory one after another. Most of it is never touched, so it takes no room. */
let memory: Buffer | undefined;

/** Reads a regular file. It waits for the disk: a file is read in less time than it takes to come back to it. */
export function readBytes(file: string): Bytes {
  try {
    const handle = openSync(file, readOnly);
    try {
      const about = fstatSync(handle);
      return refusal(about) ?? bytesOf(handle, about);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return failure(file, error);
  }
}

const stateIn = ({ size, mtimeMs }: Stats): FileState => `${size} ${mtimeMs}`;

/** The state that a file is in; undefined where there is none any more. */
export function stateOf(file: string): FileState | undefined {
  try {
    return stateIn(statSync(file));
  } catch {
    return undefined;
  }
}

function bytesOf(handle: number, about: Stats): Bytes {
  memory ??= Buffer.allocUnsafeSlow(maxSize + 1);
  let length = 0;
  // Where there is just what there should be, it is not asked whether there is more; some systems say 0 of all their files.
  for (
    let count = 1;
    count > 0 && length <= maxSize && (length === 0 || length !== about.size);
    length += count
  )
    count = readSync(handle, memory, length, memory.length - length, null);
  return limited({ kind: 'bytes', bytes: memory.subarray(0, length), about });
}

const limited = (read: Extract<Bytes, { readonly kind: 'bytes' }>): Bytes =>
  read.bytes.length > maxSize ? { kind: 'unreadable', why: tooLarge() } : read;

function refusal(about: Stats): Refusal | undefined {
  if (about.isDirectory()) return { kind: 'unreadable', why: t`it is a folder` };
  if (!about.isFile()) return { kind: 'unreadable', why: t`it is no regular file` };
  return about.size > maxSize ? { kind: 'unreadable', why: tooLarge() } : undefined;
}

function failure(file: string, error: unknown): Refusal {
  if (codeOf(error) !== 'ENOENT') return { kind: 'unreadable', why: whyOf(error) };
  const isThere = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  return isThere ? { kind: 'unreadable', why: t`it is a link that leads nowhere` } : { kind: 'missing' };
}

const tooLarge = (): string => t`it is larger than ${maxSize / 1_000_000} MB`;

/** The text of a file, read as `readBytes` does. */
export function readSource(file: string): Source {
  return sourceOf(readBytes(file));
}

/** The text that bytes stand for. */
export function sourceOf(read: Bytes): Source {
  const source = bodySourceOf(read);
  if (source.kind !== 'text') return source;
  const { encoding, state } = source;
  return { kind: 'text', text: textOf(source.utf8), encoding, state };
}

export function bodySourceOf(read: Bytes): BodySource {
  if (read.kind !== 'bytes') return read;
  const body = bodyOf(read.bytes);
  if ('why' in body) return { kind: 'unreadable', why: body.why };
  const { utf8, encoding } = body;
  return { kind: 'text', utf8, encoding, state: read.about && stateIn(read.about) };
}

/** As a file of these bytes would be read. */
export const sourceOfBytes = (bytes: Uint8Array): Source => sourceOf(limited({ kind: 'bytes', bytes }));

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
