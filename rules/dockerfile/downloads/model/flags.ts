import { type DockerfileEdit, removeWord, replaceWord } from '../../model/edit';
import { Argument, type Command } from '../../model/shell/command';

/** How a program reads its flags: those of one letter that take a value, which may stand in the same word. */
export interface FlagForm {
  readonly lettersWithValue: string;
  readonly namesWithValue: readonly string[];
}

export const curl: FlagForm = {
  lettersWithValue: 'AbcCdDeEFhHKmoPQrtTuUwxXyYz',
  namesWithValue: [
    '--output',
    '--output-dir',
    '--header',
    '--request',
    '--data',
    '--data-raw',
    '--data-binary',
    '--data-urlencode',
    '--user',
    '--user-agent',
    '--referer',
    '--max-time',
    '--connect-timeout',
    '--retry',
    '--retry-delay',
    '--retry-max-time',
    '--proxy',
    '--cacert',
    '--capath',
    '--cert',
    '--key',
    '--write-out',
    '--form',
    '--cookie',
    '--cookie-jar',
    '--upload-file',
    '--range',
    '--dump-header',
    '--config',
    '--proto',
    '--proto-redir',
    '--ciphers',
    '--limit-rate',
    '--resolve',
    '--interface',
    '--continue-at',
    '--oauth2-bearer',
    '--unix-socket',
    '--noproxy',
    '--tls-max',
    '--max-redirs',
    '--time-cond',
    '--etag-save',
    '--etag-compare',
    '--socks5',
    '--socks5-hostname',
  ],
};

export const wget: FlagForm = {
  lettersWithValue: 'aABDeiIloOPQRtTUwX',
  namesWithValue: [
    '--output-document',
    '--output-file',
    '--append-output',
    '--directory-prefix',
    '--header',
    '--user',
    '--password',
    '--user-agent',
    '--tries',
    '--timeout',
    '--wait',
    '--input-file',
    '--execute',
    '--post-data',
    '--post-file',
    '--ca-certificate',
    '--certificate',
    '--private-key',
    '--referer',
    '--base',
    '--accept',
    '--reject',
    '--cut-dirs',
    '--level',
    '--limit-rate',
    '--secure-protocol',
  ],
};

/** The argument that switches a flag on, by its letter or one of its names. */
export function switchOf(
  { args }: Command,
  form: FlagForm,
  letter: string | undefined,
  names: readonly string[],
): Argument | undefined {
  return args.find(
    ({ value }, index) =>
      !isValueOf(args[index - 1]?.value, form) &&
      (names.includes(value) || (letter !== undefined && lettersOf(value, form).includes(letter))),
  );
}

/** The value of a flag: the rest of its word, or the next word. */
export function flagValueOf(
  { args }: Command,
  form: FlagForm,
  letter: string,
  names: readonly string[],
): Argument | undefined {
  for (const [index, argument] of args.entries()) {
    const { value } = argument;
    const name = names.find((one) => value === one || value.startsWith(`${one}=`));
    if (name !== undefined) return value === name ? args[index + 1] : tailOf(argument, name.length + 1);
    const letters = lettersOf(value, form);
    if (!letters.endsWith(letter)) continue;
    return value.length > letters.length + 1 ? tailOf(argument, letters.length + 1) : args[index + 1];
  }
  return undefined;
}

/** The words that are neither flags nor their values. */
export const operandsOf = ({ args }: Command, form: FlagForm): readonly Argument[] =>
  args.filter(({ value }, index) => {
    if (value.startsWith('-') && value !== '-') return false;
    return !isValueOf(args[index - 1]?.value, form);
  });

/** True where the word before takes the next one as its value. */
function isValueOf(before: string | undefined, form: FlagForm): boolean {
  if (before === undefined) return false;
  if (form.namesWithValue.includes(before)) return true;
  const letters = lettersOf(before, form);
  return letters.length === before.length - 1 && form.lettersWithValue.includes(letters.slice(-1) || ' ');
}

/** The letters of `-fsSLo`, up to the first that takes a value. */
function lettersOf(value: string, { lettersWithValue }: FlagForm): string {
  if (!/^-[a-zA-Z0-9#]/.test(value)) return '';
  const letters = value.slice(1);
  const end = [...letters].findIndex((letter) => lettersWithValue.includes(letter));
  return end < 0 ? letters : letters.slice(0, end + 1);
}

const tailOf = (argument: Argument, from: number): Argument =>
  new Argument(argument.word, argument.value.slice(from), argument.known !== undefined);

/** The edit that takes a flag out, also from among others: `-kL` becomes `-L`. */
export function withoutSwitch(argument: Argument, letter: string): DockerfileEdit | undefined {
  const { text } = argument.word;
  if (text !== argument.value) return undefined;
  if (text.startsWith('--') || text === `-${letter}`) return removeWord(argument);
  return replaceWord(argument, text.replace(letter, ''));
}
