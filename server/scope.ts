import type { Settings } from '../rules/index';
import { configurationName, settingsFor } from './configuration/configuration';
import { type ConfigurationFiles, isConfiguration } from './configuration-files';
import type { EditorSettingsStore } from './editor-settings';
import type { Folders } from './folders';
import type { HelmCharts } from './helm';
import type { IgnoreFiles } from './ignore-files';
import { nameOf, parentOf, relativePath } from './uris';
import { isSkippedFolder } from './walk';

/** Decides which files are linted, and by which settings. */
export class Scope {
  constructor(
    readonly folders: Folders,
    readonly editor: EditorSettingsStore,
    readonly configurations: ConfigurationFiles,
    readonly ignoreFiles: IgnoreFiles,
    readonly charts: HelmCharts,
  ) {}

  /**
   * The settings of a file, or undefined where it is not to be linted. `.seaworthy.yaml` outweighs the editor. That Git
   * ignores a file does not matter once a person has it open.
   */
  async settingsOf(uri: string, languageId?: string): Promise<Settings | undefined> {
    if (isConfiguration(uri) || !this.folders.mayHold(uri)) return undefined;
    const root = this.folders.holding(uri);
    if (await this.charts.isTemplate(uri, root, languageId)) return undefined;
    if (root !== undefined && (await this.ignoreFiles.isIgnored(uri, root, ['own']))) return undefined;
    const { isEnabled, base } = await this.editor.of(root);
    return isEnabled ? this.#configured(uri, base) : undefined;
  }

  /** True where a walk through the folder would not come to the file. */
  async isPassedOver(uri: string, root: string): Promise<boolean> {
    if (relativePath(root, uri).split('/').some(isSkippedFolder)) return true;
    return this.ignoreFiles.isIgnored(uri, root, ['own', 'git']);
  }

  /**
   * Forgets what was read from a file.
   * @returns the folder for whose files something may now be different.
   */
  forget(uri: string): string | undefined {
    const folder = parentOf(uri);
    switch (nameOf(uri)) {
      case '.gitignore':
      case '.seaworthyignore':
        this.ignoreFiles.forget(folder);
        return folder;
      case configurationName:
        this.configurations.forget(folder);
        return folder;
      case 'Chart.yaml':
        this.charts.forget(folder);
        return folder;
      default:
        return undefined;
    }
  }

  forgetFolder(folder: string): void {
    this.ignoreFiles.forget(folder);
    this.configurations.forget(folder);
    this.charts.forget(folder);
  }

  async #configured(uri: string, base: Settings): Promise<Settings | undefined> {
    const file = await this.configurations.nearest(uri);
    if (!file) return base;
    const { settings, ignored } = settingsFor(file.configuration, relativePath(file.folder, uri), base);
    return ignored ? undefined : settings;
  }
}
