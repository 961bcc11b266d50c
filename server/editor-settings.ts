import type { Connection } from 'vscode-languageserver';
import { defaultSettings, type Profile, profiles, type Settings } from '../rules/index';
import { isRecord } from './capabilities';

/** What the person set in the editor for a folder. */
export interface EditorSettings {
  readonly isEnabled: boolean;
  /** Whether the Pod Security level of each pod is to be told above it. */
  readonly showsPodSecurity: boolean;
  readonly base: Settings;
}

const section = 'seaworthy';

/** The editor's settings by workspace folder: asked of clients that can be asked, else as they were last sent. */
export class EditorSettingsStore {
  readonly #known = new Map<string | undefined, Promise<EditorSettings>>();
  #sent: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly canAsk: () => boolean,
  ) {}

  of(folder: string | undefined): Promise<EditorSettings> {
    let known = this.#known.get(folder);
    if (!known) {
      known = this.#load(folder);
      this.#known.set(folder, known);
    }
    return known;
  }

  /** Forgets what is known; `settings` come with the notification of clients that cannot be asked. */
  change(settings: unknown): void {
    if (isRecord(settings) && section in settings) this.#sent = settings[section];
    this.#known.clear();
  }

  async #load(folder: string | undefined): Promise<EditorSettings> {
    if (!this.canAsk()) return readSettings(this.#sent);
    try {
      const item = folder === undefined ? { section } : { section, scopeUri: folder };
      return readSettings(await this.connection.workspace.getConfiguration(item));
    } catch (error) {
      this.connection.console.warn(`The editor's settings cannot be read: ${String(error)}`);
      return readSettings(undefined);
    }
  }
}

/** Takes what is understood; the rest keeps its default. */
function readSettings(value: unknown): EditorSettings {
  const set = isRecord(value) ? value : {};
  const profile = profiles.find((name) => name === set.profile) ?? defaultSettings.profile;
  const version = set.kubernetesVersion;
  const kubernetesVersion =
    typeof version === 'string' && /^1\.\d+$/.test(version) ? version : defaultSettings.kubernetesVersion;
  const lenses = isRecord(set.codeLens) ? set.codeLens : {};
  const showsPodSecurity = lenses.podSecurity !== false;
  return {
    isEnabled: set.enable !== false,
    showsPodSecurity,
    base: baseSettings(profile, kubernetesVersion),
  };
}

const bases = new Map<string, Settings>();

/** Equal settings are the same object, since the linter keeps its work by identity. */
function baseSettings(profile: Profile, kubernetesVersion: string): Settings {
  const key = `${profile} ${kubernetesVersion}`;
  const base = bases.get(key) ?? { ...defaultSettings, profile, kubernetesVersion };
  bases.set(key, base);
  return base;
}
