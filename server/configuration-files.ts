import {
  configurationName,
  type ParsedConfiguration,
  parseConfiguration,
} from './configuration/configuration';
import { FolderCache } from './folder-cache';
import type { Folders } from './folders';
import type { Host } from './host';
import type { OpenDocuments } from './open-documents';
import { foldersAbove, join, nameOf, parentOf } from './uris';

export interface ConfigurationFile extends ParsedConfiguration {
  readonly uri: string;
  readonly folder: string;
  readonly text: string;
}

export const isConfiguration = (uri: string): boolean => nameOf(uri) === configurationName;

/** The `.seaworthy.yaml` files of the workspace, as they are in the editor or else on disk. */
export class ConfigurationFiles {
  readonly #files: FolderCache<ConfigurationFile | undefined>;

  constructor(
    host: Host,
    private readonly folders: Folders,
    documents: OpenDocuments,
  ) {
    this.#files = new FolderCache(async (folder) => {
      const uri = join(folder, configurationName);
      const open = documents.get(uri)?.getText();
      const reading = open === undefined ? await host.read(uri) : ({ kind: 'text', text: open } as const);
      if (reading.kind !== 'text') return undefined;
      return { uri, folder, text: reading.text, ...parseConfiguration(reading.text) };
    });
  }

  at(uri: string): Promise<ConfigurationFile | undefined> {
    return this.#files.of(parentOf(uri));
  }

  /** The configuration that holds for a file: the nearest above it, up to its workspace folder. */
  async nearest(uri: string): Promise<ConfigurationFile | undefined> {
    const root = this.folders.holding(uri);
    if (root === undefined) return undefined;
    for (const folder of foldersAbove(uri, root)) {
      const file = await this.#files.of(folder);
      if (file) return file;
    }
    return undefined;
  }

  forget(folder: string): void {
    this.#files.forget(folder);
  }
}
