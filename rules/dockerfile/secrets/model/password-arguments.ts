import { findSecrets, isSecretName } from '../../../secrets';
import { derived } from '../../model/derived';
import type { Argument, Command } from '../../model/shell/command';

/** A word of a command that is, or has in it, a password by the way its program reads it. */
export interface PasswordArgument {
  readonly argument: Argument;
  /** The password alone; variables that are not known stay as written. */
  readonly secret: string;
}

/** How a program is given passwords, besides flags whose names say so. */
interface Form {
  /** The words that must stand first: `login`, `config set`. */
  readonly subcommand?: readonly string[];
  /** The value is the password. */
  readonly flags?: readonly string[];
  /** The password stands right behind the flag only: `-psecret`. */
  readonly glued?: readonly string[];
  /** The value is `user:password`. */
  readonly pairs?: readonly string[];
  /** Which of the words that are no flags is the password, from 0. */
  readonly word?: number;
  /** The flag without which the words mean other things. */
  readonly needs?: string;
  /** Flags that take a value, so that it is not counted among the words. */
  readonly valueFlags?: readonly string[];
}

const registry: Form = { subcommand: ['login'], flags: ['-p', '--password'] };
const creds: Form = { pairs: ['--creds', '--src-creds', '--dest-creds'] };
const mysql: Form = { glued: ['-p'], flags: ['--password'] };
const ldap: Form = { flags: ['-w'] };
const shortPassword: Form = { flags: ['-p', '--password'] };

const forms: ReadonlyMap<string, readonly Form[]> = new Map(
  Object.entries<readonly Form[]>({
    docker: [registry],
    podman: [registry, creds],
    nerdctl: [registry],
    buildah: [registry, creds],
    skopeo: [registry, creds],
    oras: [registry],
    crane: [{ subcommand: ['auth', 'login'], flags: ['-p', '--password'] }],
    helm: [{ subcommand: ['registry', 'login'], flags: ['-p', '--password'] }],
    az: [{ subcommand: ['login'], flags: ['-p', '--password'] }],
    mysql: [mysql],
    mysqladmin: [mysql],
    mysqldump: [mysql],
    mariadb: [mysql],
    'mariadb-admin': [mysql],
    'mariadb-dump': [mysql],
    sshpass: [{ flags: ['-p'] }],
    htpasswd: [{ needs: '-b', word: 2 }],
    curl: [{ pairs: ['-U', '--proxy-user'] }],
    http: [{ pairs: ['-a', '--auth'] }],
    'redis-cli': [{ flags: ['-a', '--pass'] }],
    mongo: [shortPassword],
    mongosh: [shortPassword],
    ldapsearch: [ldap],
    ldapadd: [ldap],
    ldapmodify: [ldap],
    unzip: [{ flags: ['-P'] }],
    zip: [{ flags: ['-P'] }],
    '7z': [{ glued: ['-p'] }],
    '7za': [{ glued: ['-p'] }],
    keytool: [{ flags: ['-storepass', '-keypass', '-srcstorepass', '-deststorepass'] }],
    sqlcmd: [{ flags: ['-P'] }],
    rabbitmqctl: [
      { subcommand: ['add_user'], word: 1 },
      { subcommand: ['change_password'], word: 1 },
    ],
    composer: [{ subcommand: ['config'], word: 2 }],
    poetry: [{ subcommand: ['config'], word: 2 }],
    cargo: [{ subcommand: ['login'], word: 0 }],
    vault: [{ subcommand: ['login'], word: 0 }],
    twine: [{ subcommand: ['upload'], flags: ['-p', '--password'] }],
    dotnet: [{ subcommand: ['nuget', 'add', 'source'], flags: ['-p', '--password'] }],
    mc: [{ subcommand: ['alias', 'set'], word: 3 }],
  }),
);

/** The passwords that a command is given. */
export const passwordArguments = derived(readPasswords);

function readPasswords(command: Command): readonly PasswordArgument[] {
  const { name, args } = command;
  const found: PasswordArgument[] = [];
  for (const form of forms.get(name ?? '') ?? none) found.push(...byForm(command, form));
  for (const argument of args) for (const one of inHeader(argument)) found.push(one);
  if (name === 'curl') found.push(...curlUser(command));
  else if (name === 'openssl') found.push(...opensslPass(command));
  else if (name === 'npm' || name === 'pnpm' || name === 'yarn') found.push(...npmSetting(command));
  let before: Argument | undefined;
  for (const argument of args) {
    for (const one of behindNamedFlag(argument, before)) found.push(one);
    before = argument;
  }
  return found;
}

const none: readonly never[] = [];

function byForm(command: Command, form: Form): PasswordArgument[] {
  const words = command.positionals([
    ...(form.flags ?? []),
    ...(form.pairs ?? []),
    ...(form.valueFlags ?? []),
  ]);
  const { subcommand = [] } = form;
  if (subcommand.some((word, index) => words[index]?.value !== word)) return [];
  if (form.needs !== undefined && !command.hasFlag(form.needs)) return [];
  const found: PasswordArgument[] = [];
  for (const flag of form.flags ?? []) found.push(...valueBehind(command, flag));
  for (const flag of form.pairs ?? [])
    for (const { argument, secret } of valueBehind(command, flag))
      if (secret.includes(':')) found.push({ argument, secret: secret.slice(secret.indexOf(':') + 1) });
  for (const flag of form.glued ?? [])
    for (const argument of command.args)
      if (argument.value.startsWith(flag) && argument.value.length > flag.length)
        found.push({ argument, secret: argument.value.slice(flag.length) });
  const word = form.word === undefined ? undefined : words[form.word + subcommand.length];
  if (word && isPassword(command, words)) found.push({ argument: word, secret: word.value });
  return found;
}

/** `composer config` and `poetry config` set other things as well. */
const isPassword = ({ name }: Command, words: readonly Argument[]): boolean =>
  !/^(?:composer|poetry)$/.test(name ?? '') || /^(?:http-basic|bearer)\b/.test(words[1]?.value ?? '');

/** The argument that holds the value of a flag, with the value alone. */
function valueBehind(command: Command, flag: string): PasswordArgument[] {
  const value = command.flagValue(flag);
  return value ? [{ argument: value, secret: value.value }] : [];
}

const header =
  /(?:^|=)(?:(?:proxy-)?authorization: ?(?:(?:bearer|basic|token|digest) )?|(?:x-api-key|api-?key|(?:private|job|deploy|x-vault|x-auth)-token|x-jfrog-art-api): ?)(\S.*)$/i;

function inHeader(argument: Argument): readonly PasswordArgument[] {
  const secret = argument.value.includes(':') ? header.exec(argument.value)?.[1] : undefined;
  return secret === undefined ? none : [{ argument, secret }];
}

/** `-ume:password` and `--user=me:password`. */
function curlUser(command: Command): PasswordArgument[] {
  return command.args.flatMap((argument) => {
    const secret = /^(?:-u|--user=)[^:]+:(.+)$/.exec(argument.value)?.[1];
    return secret === undefined ? [] : [{ argument, secret }];
  });
}

function opensslPass(command: Command): PasswordArgument[] {
  return command.args.flatMap((argument, index) => {
    const before = command.args[index - 1]?.value ?? '';
    if (before === '-k') return [{ argument, secret: argument.value }];
    return /^-pass(?:in|out|word)?$/.test(before) && argument.value.startsWith('pass:')
      ? [{ argument, secret: argument.value.slice('pass:'.length) }]
      : [];
  });
}

/** `npm config set //registry.example.com/:_authToken secret`, with or without `=`. */
export function npmSetting(command: Command): PasswordArgument[] {
  const words = command.positionals(['-g', '--location', '--userconfig']);
  const at = words.findIndex(({ value }) => value === 'set');
  const [key, value] = at < 0 ? [] : words.slice(at + 1);
  if (!key) return [];
  const assigned = /^([^=]*)=(.+)$/.exec(key.value);
  if (!/(?:_auth(?:token)?|_password|npmAuth(?:Token|Ident))$/i.test(assigned?.[1] ?? key.value)) return [];
  if (assigned?.[2] !== undefined) return [{ argument: key, secret: assigned[2] }];
  return value ? [{ argument: value, secret: value.value }] : [];
}

function behindNamedFlag(argument: Argument, before: Argument | undefined): readonly PasswordArgument[] {
  if (argument.isFlag) {
    const assigned = /^(--?[A-Za-z][\w.-]{1,80})=(.+)$/.exec(argument.value);
    return assigned?.[1] !== undefined && assigned[2] !== undefined && isSecretName(assigned[1])
      ? [{ argument, secret: assigned[2] }]
      : none;
  }
  return before?.isFlag && /^--?[A-Za-z][\w.-]{1,80}$/.test(before.value) && isSecretName(before.value)
    ? [{ argument, secret: argument.value }]
    : none;
}

/** True for what the rule about credentials in commands tells by the name of a flag or by the form of a token. */
export function isToldByName({ argument }: PasswordArgument, command: Command): boolean {
  const before = command.args[command.args.indexOf(argument) - 1];
  const assigned = /^(--?[\w.-]+)=/.exec(argument.value)?.[1] ?? '';
  return (
    (before?.isFlag === true && isSecretName(before.value)) ||
    isSecretName(assigned) ||
    findSecrets(argument.value).length > 0
  );
}
