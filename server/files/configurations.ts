import path from 'node:path';
import {
  configurationName,
  emptyConfiguration,
  type ParsedConfiguration,
  parseConfiguration,
} from '../configuration/configuration';
import { t } from '../l10n';
import { RecentMap } from '../recent-map';
import type { FileSystem } from './file-system';

/** A configuration on disk, and the folder that its globs are relative to. */
export interface LocalConfiguration extends ParsedConfiguration {
  readonly file: string | undefined;
  readonly folder: string;
  readonly text: string;
  /** Why the file cannot be read. */
  readonly why?: string;
}

export function readConfiguration(
  disk: FileSystem,
  file: string,
  folder = path.dirname(file),
): LocalConfiguration {
  const source = disk.read(file);
  const at = { file, folder };
  if (source.kind === 'text') return { ...at, text: source.text, ...parseConfiguration(source.text) };
  const why = source.kind === 'missing' ? t`it does not exist` : source.why;
  return { ...at, text: '', why, configuration: emptyConfiguration, problems: [] };
}

/** Finds the `.seaworthy.yaml` that is nearest above a file, up to the root of its repository. */
export class NearestConfigurations {
  readonly #read = new Map<string, LocalConfiguration>();
  /** By folder. */
  readonly #nearest = new RecentMap<string, LocalConfiguration>();

  /** @param onRead told of each configuration once. */
  constructor(
    private readonly disk: FileSystem,
    private readonly onRead: (configuration: LocalConfiguration) => void,
  ) {}

  of(folder: string): LocalConfiguration {
    let nearest = this.#nearest.get(folder);
    if (!nearest) {
      nearest = this.#find(folder);
      this.#nearest.set(folder, nearest);
    }
    return nearest;
  }

  #find(folder: string): LocalConfiguration {
    const file = path.join(folder, configurationName);
    if (this.disk.exists(file)) return this.#readOnce(file);
    const above = path.dirname(folder);
    return above === folder || this.disk.exists(path.join(folder, '.git'))
      ? { file: undefined, folder, text: '', configuration: emptyConfiguration, problems: [] }
      : this.of(above);
  }

  #readOnce(file: string): LocalConfiguration {
    let configuration = this.#read.get(file);
    if (!configuration) {
      configuration = readConfiguration(this.disk, file);
      this.#read.set(file, configuration);
      this.onRead(configuration);
    }
    return configuration;
  }
}
