import type { Severity } from './finding';
import type { Profile } from './rule';

/** What a person may set for a file; the configuration file and the editor's settings both end up here. */
export interface Settings {
  /** The widest profile whose rules speak. */
  readonly profile: Profile;
  /** By rule id: another severity, or `off`. A rule named here speaks whatever the profile. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** By rule id: values of the options that the rule declares. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The Kubernetes minor version that manifests are meant for, as `1.33`. */
  readonly kubernetesVersion: string;
  /** Registries that images may come from (`registry.example.com`, `ghcr.io/our-team`); empty allows all. */
  readonly allowedRegistries: readonly string[];
  /** The build stage that images are made from, as `docker build --target`; the last one where absent. */
  readonly target?: string;
}

export const defaultSettings: Settings = {
  profile: 'recommended',
  severities: {},
  options: {},
  kubernetesVersion: '1.36',
  allowedRegistries: [],
};
