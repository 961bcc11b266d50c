import path from 'node:path';
import { defaultSettings } from '../../rules/index';
import { type Configuration, type FileSettings, settingsFor } from '../configuration/configuration';
import { type LocalConfiguration, NearestConfigurations, readConfiguration } from '../files/configurations';
import type { FileSystem } from '../files/file-system';

/** Settings from the command line, which outweigh those of the configuration. */
export type Overrides = Pick<Configuration, 'profile' | 'kubernetesVersion' | 'target'>;

/** Finds the settings of each file. */
export class SettingsOfFiles {
  readonly #overridden = new Map<Configuration, Configuration>();
  readonly #nearest: NearestConfigurations;
  readonly #fixed: LocalConfiguration | undefined;

  /**
   * @param file a configuration that holds for all files; its globs are relative to the working directory.
   * @param onRead told of each configuration that is read.
   */
  constructor(
    disk: FileSystem,
    file: string | undefined,
    private readonly overrides: Overrides,
    onRead: (configuration: LocalConfiguration) => void,
  ) {
    this.#nearest = new NearestConfigurations(disk, onRead);
    if (file === undefined) return;
    this.#fixed = readConfiguration(disk, path.resolve(file), process.cwd());
    onRead(this.#fixed);
  }

  of(file: string): FileSettings {
    const { configuration, folder } = this.#fixed ?? this.#nearest.of(path.dirname(file));
    const relative = path.relative(folder, file).split(path.sep).join('/');
    return settingsFor(this.#withOverrides(configuration), relative, defaultSettings);
  }

  #withOverrides(configuration: Configuration): Configuration {
    let overridden = this.#overridden.get(configuration);
    if (!overridden) {
      overridden = { ...configuration, ...this.overrides };
      this.#overridden.set(configuration, overridden);
    }
    return overridden;
  }
}
