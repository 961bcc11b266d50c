import type { Host } from './host';
import { errorText, type Log } from './log';
import type { Scope } from './scope';
import { debounce, editPause, filesPause, Slices } from './timing';
import { foldersAbove, isInside, join, schemeOf } from './uris';
import { isWanted, walk } from './walk';
import type { WorkspaceIndex } from './workspace-index';

/** Named after a Dockerfile, beside it and in all folders above. */
const ignoreFilesOf = (dockerfile: string): string[] => [
  `${dockerfile}.dockerignore`,
  ...foldersAbove(dockerfile, `${schemeOf(dockerfile)}://`).map((folder) => join(folder, '.dockerignore')),
];

/**
 * Follows the files of the workspace on disk and hands their texts to the index. Work is done one piece after another, in
 * small slices, so that no request has to wait for it.
 */
export class Disk {
  /** The files that are looked at. */
  readonly #files = new Set<string>();
  /** Folders whose files are to be linted again because of other settings. */
  readonly #stale = new Set<string>();
  /** Files that are read although no folder of the workspace holds them. */
  readonly #outside = new Set<string>();
  /** Paths where something was told to have happened. */
  readonly #touched = new Set<string>();
  readonly #readStaleSoon = debounce(() => this.#readStale(), 2 * editPause);
  readonly #readTouchedSoon = debounce(() => this.#readTouched(), filesPause);
  #reading: Promise<void> = Promise.resolve();
  #unread = 0;

  constructor(
    private readonly host: Host,
    private readonly scope: Scope,
    private readonly index: WorkspaceIndex,
    private readonly log: Log,
  ) {}

  /** False while a folder is read for the first time: what holds between files is not known yet. */
  get isComplete(): boolean {
    return this.#unread === 0;
  }

  get uris(): readonly string[] {
    return [...this.#files];
  }

  /** Resolves when all that is to be read has been read. */
  async ready(): Promise<void> {
    this.#readTouched();
    this.#readStale();
    for (let awaited: unknown; awaited !== this.#reading; ) {
      awaited = this.#reading;
      await this.#reading;
    }
  }

  addFolder(folder: string): void {
    this.scope.folders.add(folder);
    this.index.markStale(folder);
    this.readIgnoreFilesOf(join(folder, 'Dockerfile'));
    this.#unread += 1;
    this.#enqueue(async () => {
      try {
        await this.#readFolder(folder, folder);
      } finally {
        this.#unread -= 1;
      }
    });
  }

  /** Reads the .dockerignore files that may count for a Dockerfile and that no folder of the workspace holds. */
  readIgnoreFilesOf(dockerfile: string): void {
    if (!dockerfile.includes('://')) return;
    const unread = ignoreFilesOf(dockerfile).filter(
      (uri) => !this.#outside.has(uri) && this.scope.folders.holding(uri) === undefined,
    );
    if (unread.length === 0) return;
    for (const uri of unread) this.#outside.add(uri);
    this.#unread += 1;
    this.#enqueue(async () => {
      try {
        for (const uri of unread) await this.#readFile(uri);
      } finally {
        this.#unread -= 1;
      }
    });
  }

  removeFolder(folder: string): void {
    this.scope.folders.remove(folder);
    this.index.markStale(folder);
    for (const uri of this.#filesAt(folder)) if (!this.scope.folders.holding(uri)) this.#forget(uri);
    this.index.notify();
  }

  /** Files or folders came, went or have other content. */
  changed(uris: readonly string[]): void {
    for (const uri of uris) this.#touched.add(uri);
    this.#readTouchedSoon();
  }

  /** The settings of all files in a folder may be others. */
  settingsChanged(folder: string): void {
    this.index.markStale(folder);
    this.#stale.add(folder);
    this.#readStaleSoon();
  }

  dispose(): void {
    this.#readStaleSoon.cancel();
    this.#readTouchedSoon.cancel();
  }

  #readTouched(): void {
    this.#readTouchedSoon.cancel();
    const uris = [...this.#touched];
    this.#touched.clear();
    if (uris.length === 0) return;
    const slices = new Slices();
    this.#enqueue(async () => {
      for (const uri of uris) {
        await this.#changed(uri);
        await slices.rest();
      }
    });
  }

  #readStale(): void {
    this.#readStaleSoon.cancel();
    const folders = [...this.#stale];
    this.#stale.clear();
    for (const folder of folders) {
      const root = this.#rootOf(folder);
      if (root !== undefined) this.#enqueue(() => this.#readFolder(folder, root));
    }
  }

  /** The folder of the workspace that a path stands in, or that it is. */
  #rootOf(uri: string): string | undefined {
    return this.scope.folders.holding(`${uri}/`);
  }

  #enqueue(work: () => Promise<void>): void {
    this.#reading = this.#reading
      .then(work)
      .catch((error: unknown) => this.log.error(`The workspace cannot be read: ${errorText(error)}`))
      .then(() => this.index.notify());
  }

  async #readFolder(folder: string, root: string): Promise<void> {
    const gone = new Set(this.#filesAt(folder));
    const slices = new Slices();
    for await (const uri of walk(this.host, folder, root, this.scope.ignoreFiles)) {
      if (!this.scope.folders.uris.includes(root)) return;
      gone.delete(uri);
      await this.#readFile(uri);
      await slices.rest();
    }
    for (const uri of gone) this.#forget(uri);
  }

  async #readFile(uri: string): Promise<void> {
    this.#files.add(uri);
    const settings = await this.scope.settingsOf(uri);
    if (!settings) return this.index.dropClosed(uri);
    const reading = await this.host.read(uri);
    switch (reading.kind) {
      case 'text':
        return this.index.lintClosed(uri, reading.text, settings);
      case 'missing':
        return this.#forget(uri);
      case 'unreadable':
        this.log.warn(`${uri} is left out: ${reading.why}.`);
        this.index.dropClosed(uri);
    }
  }

  #forget(uri: string): void {
    this.#files.delete(uri);
    this.index.dropClosed(uri);
  }

  /** The file itself, and the files below where it is or was a folder. */
  #filesAt(uri: string): string[] {
    return this.uris.filter((file) => file === uri || isInside(uri, file));
  }

  async #changed(uri: string): Promise<void> {
    const root = this.#rootOf(uri);
    if (root === undefined) return this.index.dropClosed(uri);
    const folder = this.scope.forget(uri);
    if (folder !== undefined) {
      this.index.markStale(folder);
      return this.#readFolder(folder, root);
    }
    if (await this.scope.isPassedOver(uri, root)) return this.#forget(uri);
    if (isWanted(uri)) await this.#readFile(uri);
    if (!this.#files.has(uri)) await this.#changedFolder(uri, root);
  }

  /** Where no file is, a folder may have come or gone. */
  async #changedFolder(uri: string, root: string): Promise<void> {
    this.scope.forgetFolder(uri);
    this.index.markStale(uri);
    await this.#readFolder(uri, root);
  }
}
