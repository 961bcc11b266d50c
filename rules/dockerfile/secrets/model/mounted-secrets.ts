import { matchesOf } from '../../../matches';
import { escapeRegExp } from '../../../text';
import { derived } from '../../model/derived';
import type { RunInstruction } from '../../model/instructions/command-line';
import type { Mount } from '../../model/instructions/mount';
import type { Argument, Command } from '../../model/shell/command';
import type { Expansion, ShellWord } from '../../model/shell/word';
import { plainPath } from './paths';

/** Programs that put out what they read, in whole or in part. */
const transparent = new Set(
  'cat tac base64 base32 tr sed awk gawk mawk head tail cut jq yq grep egrep sort rev envsubst tee xxd od hexdump iconv gunzip zcat paste nl'.split(
    ' ',
  ),
);
const speakers = new Set(['echo', 'printf']);

/** Commands in `$(…)` whose output is the secret itself. */
const reading = new RegExp(`^(?:\\$\\(|\`)\\s*(?:<|(?:${[...transparent, ...speakers].join('|')})\\b)`);

const variable = /\$\{?([A-Za-z_]\w*)/g;

/** The names of the variables that a shell fills in where it reads a text. */
export const variablesIn = (text: string): readonly string[] =>
  matchesOf(text, variable).map((match) => match[1] ?? '');

/** Where the output of a command goes. */
export type Sink =
  | { readonly kind: 'printed' }
  | { readonly kind: 'file'; readonly path: string; readonly command: Command };

/** What a RUN does with the secrets that it is given. */
export const mountedSecretsOf = derived((run: RunInstruction) => new MountedSecrets(run, run.mounts));

/** What a RUN does with one of its secrets. */
export const mountedSecretOf = (run: RunInstruction, mount: Mount): MountedSecrets =>
  new MountedSecrets(run, [mount]);

/** The secrets that a RUN is given by mounts, and what its script does with them. */
class MountedSecrets {
  readonly mounts: readonly Mount[];
  private readonly paths: readonly string[];
  /** By name: the number of the command from which on a variable holds a secret. */
  private readonly variables = new Map<string, number>();

  constructor(
    readonly run: RunInstruction,
    mounts: readonly Mount[],
  ) {
    this.mounts = mounts.filter((mount) => mount.type === 'secret');
    this.paths = this.mounts.flatMap((mount) => mount.secretPath ?? []);
    for (const mount of this.mounts)
      if (mount.env?.known !== undefined) this.variables.set(mount.env.known, -1);
    if (!this.isEmpty) for (const command of run.commands) this.follow(command);
  }

  get isEmpty(): boolean {
    return this.mounts.length === 0;
  }

  /** True where a secret is in an environment variable by now. */
  hasVariable(command: Command): boolean {
    return [...this.variables.values()].some((order) => order < command.order);
  }

  /** True where an argument names the file of a secret. */
  isFile({ value, word }: Argument | { value: string; word: ShellWord }): boolean {
    if (word.expansions.some(({ kind }) => kind !== 'variable')) return false;
    return this.paths.some((path) => namesPath(value, path));
  }

  /** True where a word becomes the content of a secret, or holds it. */
  isContent(word: ShellWord | undefined, command: Command): boolean {
    return word?.expansions.some((expansion) => this.isContentOf(expansion, command)) ?? false;
  }

  /** The secret that a text with `$NAME` or `$(cat path)` in it holds: the body of a heredoc. */
  isInText(text: string, command: Command): boolean {
    if (variablesIn(text).some((name) => this.isSet(name, command))) return true;
    return [...text.matchAll(/\$\([^)]{1,500}\)|`[^`]{1,500}`/g)].some(([substitution]) =>
      this.reads(substitution),
    );
  }

  /** True where the command itself puts out a secret: `cat /run/secrets/x`, `echo "$TOKEN"`. */
  isPutOutBy(command: Command): boolean {
    const name = command.name ?? '';
    if (speakers.has(name)) return command.args.some(({ word }) => this.isContent(word, command));
    if (!transparent.has(name) || isSilent(command)) return false;
    return (
      command.args.some((argument) => this.isFile(argument) || this.isContent(argument.word, command)) ||
      command.redirections.some(({ operator, target, body, isLiteral }) => {
        if (body !== undefined) return !isLiteral && this.isInText(body, command);
        if (!target) return false;
        return operator === '<<<'
          ? this.isContent(target, command)
          : operator === '<' && this.isFile(asArgument(target));
      })
    );
  }

  /** Where the output of a command goes, through the pipes that hand it on. */
  sinksOf(command: Command): readonly Sink[] {
    const written = command.redirections.flatMap((redirection) => {
      if (!isOutput(redirection.operator) || (redirection.descriptor ?? 1) !== 1) return [];
      return redirection.target ? [sinkOf(redirection.target.value, command)] : [];
    });
    const copied =
      command.name === 'tee' ? command.positionals().flatMap(({ value }) => sinkOf(value, command)) : [];
    return [...copied, ...(written.length > 0 ? written.flat() : this.onward(command))];
  }

  private onward(command: Command): readonly Sink[] {
    const next = command.pipesInto.filter(({ wrappers }) => wrappers.length === 0);
    if (next.length > 0) return next.flatMap((reader) => (isHandedOnBy(reader) ? this.sinksOf(reader) : []));
    // What stands in $(…) is the word of another command, and what stands in a group may be redirected as a whole.
    return command.isInside('substitution', 'group', 'subshell', 'loop', 'function')
      ? []
      : [{ kind: 'printed' }];
  }

  private isContentOf({ kind, name, text }: Expansion, command: Command): boolean {
    if (kind === 'variable') return name !== undefined && !isLength(text) && this.isSet(name, command);
    return kind === 'command' && this.reads(text);
  }

  private isSet(name: string, command: Command): boolean {
    return (this.variables.get(name) ?? Number.POSITIVE_INFINITY) < command.order;
  }

  private reads(substitution: string): boolean {
    return reading.test(substitution) && this.isMentioned(substitution);
  }

  /** True where a text names a secret's file, or one of the variables that hold one. */
  isMentioned(text: string): boolean {
    return (
      this.paths.some((path) => namesPath(text, path)) ||
      [...this.variables.keys()].some((name) => new RegExp(`\\$\\{?${escapeRegExp(name)}(?!\\w)`).test(text))
    );
  }

  private follow(command: Command): void {
    for (const { name, value } of command.assignments)
      if (command.name === undefined && this.isContent(value, command)) this.hold(name, command);
    if (['export', 'readonly', 'declare', 'local'].includes(command.name ?? ''))
      for (const { value, word } of command.args) {
        const name = /^([A-Za-z_]\w*)=/.exec(value)?.[1];
        if (name !== undefined && this.isContent(word, command)) this.hold(name, command);
      }
    if (
      command.name === 'read' &&
      command.redirections.some(({ target }) => target && this.isFile(asArgument(target)))
    )
      for (const { value } of command.positionals(['-d', '-n', '-N', '-p', '-t', '-u']))
        this.hold(value, command);
  }

  private hold(name: string, command: Command): void {
    if (!this.variables.has(name)) this.variables.set(name, command.order);
  }
}

export type { MountedSecrets };

const asArgument = (word: ShellWord): { value: string; word: ShellWord } => ({ value: word.value, word });

const isOutput = (operator: string): boolean => ['>', '>>', '>|', '&>', '&>>', '>&'].includes(operator);

/** `${#x}` is a number, `${x:+y}` is another text. */
const isLength = (text: string): boolean => text.startsWith('${#') || /^\$\{\w+:?\+/.test(text);

/** `grep -q` says yes or no, `grep -c` a number, and `sed -i` writes to the file. */
const isSilent = (command: Command): boolean =>
  (command.name === 'grep' && command.hasFlag('-q', '--quiet', '-c', '--count', '-l')) ||
  (command.name === 'sed' && command.hasFlag('-i', '--in-place'));

const isHandedOnBy = ({ name }: Command): boolean => transparent.has(name ?? '');

function sinkOf(path: string, command: Command): readonly Sink[] {
  if (path === '/dev/null') return [];
  if (/^(?:[12]|\/dev\/(?:stdout|stderr|tty|fd\/[12]))$/.test(path)) return [{ kind: 'printed' }];
  return [{ kind: 'file', path, command }];
}

/** A text names a path where nothing that belongs to a file name follows; its folder stands for all that is in it. */
function namesPath(text: string, path: string): boolean {
  const plain = plainPath(path);
  const at = [
    path,
    ...(plain.startsWith('~') ? [plain, `$HOME${plain.slice(1)}`, `\${HOME}${plain.slice(1)}`] : []),
  ];
  if (at.some((form) => new RegExp(`${escapeRegExp(form)}(?![\\w.-])`).test(text))) return true;
  return path.startsWith('/run/secrets/') && /\/run\/secrets(?:\/?(?![\w./-])|\/[*?])/.test(text);
}
