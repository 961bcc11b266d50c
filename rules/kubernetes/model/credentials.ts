import { classifySecret, findSecrets, isPlaceholder, type Secret } from '../../secrets';
import type { Cursor } from '../../yaml/cursor';
import type { KubernetesObject } from './object';

/** A credential of a ConfigMap or Secret: which entry holds it, and under what name inside of the entry's text. */
export interface Credential extends Secret {
  readonly entry: Cursor;
  /** The setting inside of a file that the entry holds; undefined where the entry itself is the value. */
  readonly setting: string | undefined;
}

/** Longer texts are no configuration. */
const maxText = 200_000;

export const isConfigMap = (object: KubernetesObject): boolean =>
  object.kind === 'ConfigMap' && object.group === '';

export const isSecret = (object: KubernetesObject): boolean =>
  object.kind === 'Secret' && object.group === '';

/** True where another tool encrypted the values (SOPS), so that they may stand in a repository. */
export const isEncrypted = (object: KubernetesObject): boolean => object.cursor.get('sops').exists;

/** The entries of a ConfigMap, or those that a Secret holds as plain text. */
export const plainEntries = (object: KubernetesObject): readonly Cursor[] =>
  object.cursor.get(isSecret(object) ? 'stringData' : 'data').fields as Cursor[];

/** The credential that a text under a key holds, by its own form, by the key, or by a setting inside of it. */
export function credentialOf(entry: Cursor, text: string): Credential | undefined {
  if (text.length > maxText) return undefined;
  if (!text.trim().includes('\n')) {
    const secret = classifySecret(entry.name, text);
    return secret && { ...secret, entry, setting: undefined };
  }
  const [token] = findSecrets(text);
  if (token) return { kind: token.kind, confidence: token.confidence, entry, setting: undefined };
  for (const { name, value } of settingsIn(text)) {
    const secret = classifySecret(name, value);
    if (secret && secret.confidence !== 'low') return { ...secret, entry, setting: name };
  }
  return undefined;
}

/** `name=value`, `name: value` and `"name": "value"` lines of a configuration file. */
export function* settingsIn(text: string): Generator<{ name: string; value: string }> {
  for (const line of text.split('\n')) {
    const setting = settingOf(line);
    if (setting) yield setting;
  }
}

const key = /^\s{0,40}(?:export\s)?["']?([A-Za-z][\w.-]{0,80})["']?\s{0,8}[:=]/;

function settingOf(line: string): { name: string; value: string } | undefined {
  const match = key.exec(line);
  if (match?.[1] === undefined || line.length > 2000) return undefined;
  const rest = line.slice(match[0].length).trim().replace(/,$/, '').trim();
  const value = unquoted(rest);
  // Code is no configuration: calls, operators and lists stand where a value would.
  return value === undefined ? undefined : { name: match[1], value };
}

function unquoted(rest: string): string | undefined {
  const quote = rest[0];
  if (quote === '"' || quote === "'") {
    const end = rest.indexOf(quote, 1);
    return end < 0 ? undefined : rest.slice(1, end);
  }
  const value = rest.slice(0, /\s#|$/.exec(rest)?.index);
  return /[\s(){}[\];=]/.test(value) ? undefined : value;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text behind base64, where it is text; undefined for bytes and for what is no base64. */
export function decoded(base64: string): string | undefined {
  const compact = base64.replace(/\s/g, '');
  if (compact.length > maxText || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  const escapes: string[] = [];
  let bits = 0;
  let held = 0;
  for (const character of compact.replace(/=/g, '')) {
    held = ((held << 6) | alphabet.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    escapes.push(`%${((held >> bits) & 0xff).toString(16).padStart(2, '0')}`);
  }
  try {
    return decodeURIComponent(escapes.join(''));
  } catch {
    // Not UTF-8.
    return undefined;
  }
}

/** True for a value that a person is still to put in, or that is empty. */
export const isUnset = (text: string): boolean => text.trim() === '' || isPlaceholder(text);
