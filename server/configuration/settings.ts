import type { Ignore } from 'ignore';
import type { Settings } from '../../rules/index';
import { canMatch, globsOf } from '../globs';
import type { Configuration } from './configuration';

export interface FileSettings {
  readonly settings: Settings;
  /** True where the configuration leaves the whole file out. */
  readonly ignored: boolean;
}

/** A configuration with its globs compiled. */
interface Compiled {
  /** Undefined where no whole file is left out. */
  readonly ignored: Ignore | undefined;
  readonly exceptions: readonly { readonly paths: Ignore; readonly rules: readonly string[] }[];
  /** By base settings, then by the rules that are off for a path. */
  readonly settings: WeakMap<Settings, Map<string, Settings>>;
}

const compiled = new WeakMap<Configuration, Compiled>();

/**
 * The settings of one file. Equal settings are the same object, since the linter keeps its work by identity.
 * @param path the file relative to the folder of the configuration, with slashes.
 * @param base what holds where the configuration says nothing.
 */
export function settingsFor(configuration: Configuration, path: string, base: Settings): FileSettings {
  const known = compile(configuration);
  const off = known.exceptions.filter(({ paths }) => matches(paths, path)).flatMap(({ rules }) => rules);
  let byRules = known.settings.get(base);
  if (!byRules) {
    byRules = new Map();
    known.settings.set(base, byRules);
  }
  const key = off.length === 0 ? '' : [...new Set(off)].sort().join(' ');
  let settings = byRules.get(key);
  if (!settings) {
    settings = intern(join(configuration, off, base));
    byRules.set(key, settings);
  }
  return { settings, ignored: known.ignored !== undefined && matches(known.ignored, path) };
}

/** As git takes them where file names have a case: the same on every machine. */
const globs = (paths: readonly string[]): Ignore => globsOf(paths, { ignorecase: false });

function compile(configuration: Configuration): Compiled {
  let known = compiled.get(configuration);
  if (!known) {
    const entries = configuration.ignore;
    const whole = entries.flatMap(({ paths, rules }) => (rules ? [] : paths));
    known = {
      ignored: whole.length > 0 ? globs(whole) : undefined,
      exceptions: entries.flatMap(({ paths, rules }) => (rules ? [{ paths: globs(paths), rules }] : [])),
      settings: new WeakMap(),
    };
    compiled.set(configuration, known);
  }
  return known;
}

/** Paths outside of the configuration's folder are none of its business. */
const matches = (globs: Ignore, path: string): boolean => canMatch(path) && globs.ignores(path);

function join(configuration: Configuration, off: readonly string[], base: Settings): Settings {
  const { profile, kubernetesVersion, allowedRegistries, target, severities, options } = configuration;
  return {
    ...base,
    ...(profile !== undefined && { profile }),
    ...(kubernetesVersion !== undefined && { kubernetesVersion }),
    ...(allowedRegistries !== undefined && { allowedRegistries }),
    ...(target !== undefined && { target }),
    severities: {
      ...base.severities,
      ...severities,
      ...Object.fromEntries(off.map((rule) => [rule, 'off' as const])),
    },
    options: { ...base.options, ...options },
  };
}

/** Settings that were made lately, by their content: an edit that changes nothing makes nothing new. */
const recent = new Map<string, Settings>();
const maxRecent = 100;

function intern(settings: Settings): Settings {
  const key = contentOf(settings);
  const same = recent.get(key) ?? settings;
  recent.delete(key);
  recent.set(key, same);
  const [oldest] = recent.keys();
  if (recent.size > maxRecent && oldest !== undefined) recent.delete(oldest);
  return same;
}

/** The content as text, whatever the order of keys. */
const contentOf = (settings: Settings): string =>
  JSON.stringify(settings, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
