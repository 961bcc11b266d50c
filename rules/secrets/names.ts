import { remembered } from '../remembered';

/** The words of a name: `dbPassword`, `DB_PASSWORD` and `db.password` alike are `db`, `password`. */
export const wordsOfName = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/(?<!\d)\d+$/, ''))
    .filter((word) => word !== '');

/** A name that ends in one of these holds a secret. */
const secretWords = new Set([
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'pass',
  'secret',
  'token',
  'apikey',
  'apitoken',
  'apisecret',
  'authtoken',
  'accesstoken',
  'secretkey',
  'privatekey',
  'accesskey',
  'clientsecret',
]);

/** With any of these before it, `key` at the end is a secret. */
const keyWords = new Set([
  'api',
  'access',
  'account',
  'secret',
  'private',
  'encryption',
  'signing',
  'auth',
  'master',
  'session',
  'jwt',
  'hmac',
]);

/** What may stand behind the word: DB_PASSWORD_VALUE, API_KEY_PROD. */
const trailers = new Set([
  'base',
  'value',
  'plain',
  'plaintext',
  'prod',
  'production',
  'staging',
  'dev',
  'default',
]);

/** What is no secret although it ends like one. */
const harmless = new Set([
  'public',
  'pub',
  'publishable',
  'site',
  'has',
  'use',
  'require',
  'required',
  'enable',
  'disable',
  'allow',
  'forgot',
  'reset',
  'next',
  'page',
  'continue',
  'pad',
  'eos',
  'bos',
  'unk',
]);

/** The secret word that a name ends in (`password`, `key`…), or undefined. */
export const secretWordOf = remembered((name: string): string | undefined => {
  const words = wordsOfName(name);
  while (words.length > 1 && trailers.has(words.at(-1) ?? '')) words.pop();
  if (words.some((word) => harmless.has(word))) return undefined;
  const last = words.at(-1) ?? '';
  if (secretWords.has(last)) return last;
  if (/passw(?:or)?d$/.test(last)) return 'password';
  const before = words.at(-2) ?? '';
  if (last === 'key' && keyWords.has(before)) return last;
  if (last === 'string' && before === 'connection') return last;
  return last === 'pw' && words.length > 1 ? last : undefined;
});

/** True where a name says that its value is a secret: DB_PASSWORD, apiKey, but not DB_PASSWORD_FILE or TOKEN_TTL. */
export const isSecretName = (name: string): boolean => secretWordOf(name) !== undefined;

/** True for names of keys and the like, whose value alone tells whether it is one. */
export const mayBeSecretName = remembered((name: string): boolean => {
  const words = wordsOfName(name);
  // The key that signs a release is named by its fingerprint, which everybody may know.
  if (words.some((word) => harmless.has(word) || /^(?:gpg|pgp)$|fingerprint/.test(word))) return false;
  const last = words.at(-1) ?? '';
  return ['key', 'auth', 'credential', 'credentials', 'creds', 'salt', 'cookie', 'dsn'].includes(last);
});
