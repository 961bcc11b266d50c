import { isHarmless } from './harmless';
import { isSecretName } from './names';
import { classifySecret, type Secret } from './secret';

/** A credential among the words of a command. */
export interface ArgumentSecret extends Secret {
  /** Which word holds it. */
  readonly index: number;
  /** The flag or variable that it is given to, where there is one. */
  readonly name: string | undefined;
}

const assignment = /^(-{0,2}[A-Za-z][\w.-]{0,80})=([\s\S]+)$/;
const flag = /^--?[A-Za-z][\w.-]{1,80}$/;
const userFlags = new Set(['-u', '--user', '--proxy-user']);
const curls = /(?:^|\/)curl$/;

/** Credentials in a command: `--password=…`, `--token …`, `PGPASSWORD=…`, `curl -u user:…`, or known by their form. */
export function secretsInArguments(words: readonly string[]): ArgumentSecret[] {
  const found: ArgumentSecret[] = [];
  const isCurl = words.some((word) => curls.test(word));
  words.forEach((word, index) => {
    const secret = secretOfWord(word, words[index - 1], isCurl);
    if (secret) found.push({ ...secret, index });
  });
  return found;
}

function secretOfWord(
  word: string,
  before: string | undefined,
  isCurl: boolean,
): Omit<ArgumentSecret, 'index'> | undefined {
  const assigned = word.includes('=') ? assignment.exec(word) : null;
  if (assigned?.[1] !== undefined && assigned[2] !== undefined) {
    const name = assigned[1].replace(/^-+/, '');
    const secret = classifySecret(name, assigned[2]);
    return secret && { ...secret, name: assigned[1] };
  }
  if (isCurl && before !== undefined && userFlags.has(before)) {
    const password = word.slice(word.indexOf(':') + 1);
    return word.includes(':') && !isHarmless(password)
      ? { kind: 'a password', confidence: 'high', name: before }
      : undefined;
  }
  const takesValue = before !== undefined && flag.test(before) && !word.startsWith('-');
  const name = takesValue && before !== undefined && isSecretName(before) ? before : undefined;
  const secret = classifySecret(name ?? '', word);
  return secret && { ...secret, name };
}
