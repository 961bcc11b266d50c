import { type TokenForm, tokenForms } from '../data/token-forms';
import type { Confidence } from '../finding';
import { matchesOf } from '../matches';
import { escapeRegExp } from '../text';
import { entropyOf, looksRandom } from './entropy';
import { isAddress, isHarmless, isPlaceholder, isThingName } from './harmless';
import { mayBeSecretName, secretWordOf } from './names';

/** A credential in the open. */
export interface Secret {
  /** With its article, to be put into a sentence: a GitHub token. */
  readonly kind: string;
  readonly confidence: Confidence;
}

/** A credential at its place in a longer text. */
export interface PlacedSecret extends Secret {
  readonly start: number;
  readonly end: number;
}

const kindsByWord: Readonly<Record<string, string>> = {
  secret: 'a secret',
  clientsecret: 'a secret',
  apisecret: 'a secret',
  token: 'a token',
  apitoken: 'a token',
  authtoken: 'a token',
  accesstoken: 'a token',
  key: 'a key',
  apikey: 'a key',
  secretkey: 'a key',
  privatekey: 'a key',
  accesskey: 'a key',
  passphrase: 'a passphrase',
  string: 'a connection string',
};

/**
 * What credential a named value is, if it is one. What is known by its form is sure; what only its name tells is likely;
 * placeholders, references, paths, digests and public keys are none.
 */
export function classifySecret(name: string, value: string): Secret | undefined {
  const token = findSecrets(value)[0];
  if (token) return { kind: token.kind, confidence: token.confidence };
  if (name === '') return undefined;
  const word = secretWordOf(name);
  if ((word === undefined && !mayBeSecretName(name)) || isHarmless(value)) return undefined;
  if (word !== undefined) return namedSecret(word, value);
  return looksRandom(value.trim()) ? { kind: 'a key', confidence: 'medium' } : undefined;
}

function namedSecret(word: string, value: string): Secret | undefined {
  const text = value.trim();
  if (isAddress(text) || isThingName(text) || isSentence(text)) return undefined;
  // The names of tokens and keys are used for much else: counts, names of fields and headers, identifiers.
  const isKey = /key$|token$|secret$/.test(word);
  if (isKey && isWordOrNumber(text))
    return text.length >= 6 && /secret$/.test(word) ? { kind: 'a secret', confidence: 'low' } : undefined;
  if (word === 'string' && !/(?:password|pwd|accountkey|sharedaccesskey)\s*=/i.test(text)) return undefined;
  return { kind: kindsByWord[word] ?? 'a password', confidence: looksRandom(text) ? 'high' : 'medium' };
}

const isWordOrNumber = (text: string): boolean =>
  /^(?:\d+(?:\.\d+)?[A-Za-z]?|[A-Za-z][A-Za-z_.]*)$/.test(text);

/** Several words with blanks between them are prose, or a command. */
const isSentence = (text: string): boolean => text.split(/\s+/, 4).length > 3 || /^\w+\s+\w+/.test(text);

interface Matcher extends TokenForm {
  readonly pattern: RegExp;
}

/** One search for the beginnings of all forms; each place is then tried against its own form. */
const matchers = new Map<string, Matcher>(
  tokenForms.map((form) => [
    form.prefix,
    { ...form, pattern: new RegExp(`${escapeRegExp(form.prefix)}${form.rest}(?![0-9A-Za-z])`, 'y') },
  ]),
);
const prefixes = new RegExp(
  [...matchers.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|'),
  'g',
);

const none: readonly PlacedSecret[] = [];

/** The shortest is a password in an address: `ab://:abc@d`. */
const shortestSecret = 11;

const anyPrefix = new RegExp(prefixes.source);

/** Credentials that are known by their own form, wherever they stand in a text. */
export function findSecrets(text: string): readonly PlacedSecret[] {
  // Nearly all texts are words that hold nothing, and this is asked of every word of every command.
  if (text.length < shortestSecret) return none;
  if (!anyPrefix.test(text) && !text.includes('://') && !text.includes('-----BEGIN ')) return none;
  return [...tokensIn(text), ...privateKeysIn(text), ...addressPasswordsIn(text)].sort(
    (a, b) => a.start - b.start,
  );
}

function* tokensIn(text: string): Generator<PlacedSecret> {
  let end = 0;
  for (const { 0: prefix, index } of matchesOf(text, prefixes)) {
    const matcher = matchers.get(prefix);
    if (!matcher || index < end || /[0-9A-Za-z_]/.test(text[index - 1] ?? '')) continue;
    matcher.pattern.lastIndex = index;
    const found = matcher.pattern.exec(text)?.[0];
    if (found === undefined || isExample(found, prefix)) continue;
    end = index + found.length;
    yield { kind: matcher.kind, confidence: 'high', start: index, end };
  }
}

/** The keys of documentation: AKIAIOSFODNN7EXAMPLE, ghp_xxxx…, abcdef… */
const isExample = (token: string, prefix: string): boolean =>
  /example/i.test(token) || /(.)\1{5}/.test(token) || entropyOf(token.slice(prefix.length)) < 2.8;

const privateKey = /-----BEGIN (?:RSA |EC |DSA |OPENSSH |PGP |ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----/g;

/** Some headers, then base64. */
const keyBody = /^\s*(?:[A-Za-z-]+: (?:\S{1,200}|[^\n]{0,200}(?=\n))\s+){0,3}[0-9A-Za-z+/]{32}/;

function* privateKeysIn(text: string): Generator<PlacedSecret> {
  for (const { 0: found, index } of matchesOf(text, privateKey)) {
    const body = text.slice(index + found.length, index + found.length + 400);
    // A key has at least a line of base64; prose about keys, scripts that look for them and placeholders have none.
    if (!keyBody.test(body.replaceAll(/\\[nr]/g, '\n'))) continue;
    yield { kind: 'a private key', confidence: 'high', start: index, end: index + found.length };
  }
}

const addressPassword =
  /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"'<>{}$?#]{0,100}:([^\s@/"'<>{}$]{3,200})@[\w.[-]/gi;

/** Users of addresses in documentation and in local set-ups, whose password protects nothing. */
function* addressPasswordsIn(text: string): Generator<PlacedSecret> {
  if (!text.includes('://')) return;
  for (const match of matchesOf(text, addressPassword)) {
    const password = match[1] ?? '';
    if (isPlaceholder(password) || /^(?:pass(?:word)?|pwd|secret|token)$/i.test(password)) continue;
    const start = match.index + match[0].lastIndexOf(`${password}@`);
    yield { kind: 'a password in an address', confidence: 'high', start, end: start + password.length };
  }
}
