import { matchesOf } from '../../../matches';
import { type Message, say } from '../../../message';
import type { Span } from '../../../text';
import type { MappedText } from '../mapped-text';
import type { Word } from '../word';
import type { Flag } from './base';

export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';

const types: ReadonlySet<string> = new Set(['bind', 'cache', 'tmpfs', 'secret', 'ssh']);

/** Options have several names. */
const canonical: Readonly<Record<string, string>> = {
  src: 'source',
  dst: 'target',
  destination: 'target',
  ro: 'readonly',
  rw: 'readwrite',
};

const withoutValue: ReadonlySet<string> = new Set(['readonly', 'readwrite', 'required']);

/** `z` and `relabel` are Buildah's. */
const knownOptions: ReadonlySet<string> = new Set(
  'type from source target readonly readwrite id sharing required size mode uid gid env z relabel'.split(' '),
);

export interface MountOption {
  /** In its long form: `source` for `src`. */
  readonly name: string;
  readonly value: Word | undefined;
  readonly span: Span;
}

/** A `--mount` of RUN. */
export class Mount {
  readonly options: readonly MountOption[];

  constructor(
    readonly flag: Flag,
    value: Word,
  ) {
    this.options = fieldsOf(value.source).map((field) => optionOf(field, value));
  }

  get span(): Span {
    return this.flag.span;
  }

  /** Undefined where it is a variable that is not known, or no type at all. */
  get type(): MountType | undefined {
    const option = this.option('type');
    if (!option) return 'bind';
    const type = option.value?.known?.toLowerCase() ?? '';
    return types.has(type) ? (type as MountType) : undefined;
  }

  /** The last option of this name, in its long form. */
  option(name: string): MountOption | undefined {
    return this.options.findLast((option) => option.name === name);
  }

  /** The value of an option. */
  word(name: string): Word | undefined {
    return this.option(name)?.value;
  }

  /** The stage or image that it mounts. */
  get from(): Word | undefined {
    return this.word('from');
  }

  get source(): Word | undefined {
    return this.word('source');
  }

  /** Where it is mounted, as written. */
  get target(): Word | undefined {
    return this.word('target');
  }

  /** The environment variable that a secret is given by. */
  get env(): Word | undefined {
    return this.word('env');
  }

  /** The id of a secret: `id`, else `source`, else the name of the target. */
  get id(): string | undefined {
    const word = this.word('id') ?? this.source;
    if (word) return word.known;
    const target = this.target?.known;
    return target === undefined ? undefined : baseOf(target);
  }

  /** The file that a secret is read from; undefined where it is given by an environment variable alone. */
  get secretPath(): string | undefined {
    if (this.target) return this.target.known;
    return this.env || this.id === undefined ? undefined : `/run/secrets/${baseOf(this.id)}`;
  }

  /** True where the command cannot write to it. */
  get isReadOnly(): boolean {
    const readOnly = this.switchOf('readonly');
    const readWrite = this.switchOf('readwrite');
    if (readOnly !== undefined) return readOnly;
    if (readWrite !== undefined) return !readWrite;
    return this.type !== 'cache' && this.type !== 'tmpfs';
  }

  /** True where the build fails without the secret or the agent. */
  get isRequired(): boolean {
    return this.switchOf('required') ?? false;
  }

  private switchOf(name: string): boolean | undefined {
    const option = this.option(name);
    if (!option) return undefined;
    return option.value === undefined || /^(?:1|t|true)$/i.test(option.value.known ?? '');
  }
}

const baseOf = (path: string): string => path.replace(/(?<!\/)\/+$/, '').replace(/^.*\//, '');

const separated = /(?:^|,)((?:"(?:[^"]|"")*"|[^,])*)/g;

/** The fields of a line of comma-separated values. */
function fieldsOf(text: MappedText): MappedText[] {
  return matchesOf(text.text, separated).map((match) => {
    const field = match[1] ?? '';
    const end = match.index + match[0].length;
    const isQuoted = field.length > 1 && field.startsWith('"') && field.endsWith('"');
    return isQuoted ? text.slice(end - field.length + 1, end - 1) : text.slice(end - field.length, end);
  });
}

function optionOf(field: MappedText, value: Word): MountOption {
  const equals = field.text.indexOf('=');
  const key = (equals < 0 ? field.text : field.text.slice(0, equals)).toLowerCase();
  return {
    name: (Object.hasOwn(canonical, key) ? canonical[key] : undefined) ?? key,
    value: equals < 0 ? undefined : value.read(field.slice(equals + 1)),
    span: field.span,
  };
}

export function mountsOf(flags: readonly Flag[], problem: (span: Span, message: Message) => void): Mount[] {
  const mounts: Mount[] = [];
  for (const flag of flags) {
    if (flag.name !== 'mount' || !flag.value) continue;
    const mount = new Mount(flag, flag.value);
    checkMount(mount, problem);
    mounts.push(mount);
  }
  return mounts;
}

function checkMount(mount: Mount, problem: (span: Span, message: Message) => void): void {
  for (const { name, value, span } of mount.options) {
    if (!knownOptions.has(name)) problem(span, say`A mount has no option \`${name}\`.`);
    else if (value === undefined && !withoutValue.has(name) && name !== 'z')
      problem(span, say`The mount option \`${name}\` needs a value.`);
    else if (name === 'type' && value?.known !== undefined && !types.has(value.known.toLowerCase()))
      problem(span, say`\`${value.known}\` is no type of mount: use bind, cache, tmpfs, secret or ssh.`);
    else if (name === 'from' && value?.hasVariables)
      problem(span, say`\`from\` of a mount takes no variables. Define a stage with FROM and name it here.`);
  }
}
