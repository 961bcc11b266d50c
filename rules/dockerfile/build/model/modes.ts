import { derived } from '../../model/derived';
import type { Instruction } from '../../model/instructions';
import type { Argument, Command } from '../../model/shell/command';
import type { Word } from '../../model/word';

/** What a mode gives to a file or folder. */
export interface Mode {
  readonly setsUser: boolean;
  readonly setsGroup: boolean;
  /** True where everybody may write, and no sticky bit keeps them from each other's files. */
  readonly isWorldWritable: boolean;
}

/** A place where files get a mode. */
export interface ModeChange {
  readonly place: Argument | Word;
  readonly text: string;
  readonly mode: Mode;
  /** The files, as written; empty where they are not told. */
  readonly paths: readonly string[];
  readonly isRecursive: boolean;
}

/** Reads `4755`, `u+s`, `a=rwx,g+s`; undefined where it is none of these. */
export function modeOf(text: string): Mode | undefined {
  if (/^0?[0-7]{3,5}$/.test(text)) return octal(Number.parseInt(text, 8));
  const clauses = text.split(',').map((clause) => /^([ugoa]*)([+=-])([rwxXst]*)$/.exec(clause));
  if (clauses.some((clause) => !clause)) return undefined;
  const given = clauses.flatMap((clause) =>
    clause && clause[2] !== '-' ? [{ who: clause[1] || 'a', bits: clause[3] ?? '' }] : [],
  );
  return {
    setsUser: given.some(({ who, bits }) => bits.includes('s') && /[ua]/.test(who)),
    setsGroup: given.some(({ who, bits }) => bits.includes('s') && /[ga]/.test(who)),
    isWorldWritable:
      // Without `who` the umask counts, which keeps others from writing.
      clauses.some(
        (clause) => clause && clause[2] !== '-' && /[oa]/.test(clause[1] ?? '') && clause[3]?.includes('w'),
      ) && !given.some(({ bits }) => bits.includes('t')),
  };
}

const octal = (bits: number): Mode => ({
  setsUser: (bits & 0o4000) !== 0,
  setsGroup: (bits & 0o2000) !== 0,
  isWorldWritable: (bits & 0o002) !== 0 && (bits & 0o1000) === 0,
});

/** All modes that an instruction sets: `chmod`, `install -m`, `mkdir -m`, COPY and ADD `--chmod`. */
const modeChanges = derived((instruction: Instruction): readonly ModeChange[] => {
  if (instruction.kind === 'copy' || instruction.kind === 'add') {
    const { chmod } = instruction;
    const mode = chmod?.known === undefined ? undefined : modeOf(chmod.known);
    const paths = instruction.destination ? [instruction.destination.value] : [];
    return chmod && mode ? [{ place: chmod, text: chmod.value, mode, paths, isRecursive: false }] : [];
  }
  if (instruction.kind !== 'run') return none;
  const changes: ModeChange[] = [];
  for (const command of instruction.commands)
    if (changers.has(command.name ?? '')) changes.push(...changesBy(command));
  return changes;
});

const none: readonly never[] = [];

/** The programs that give modes. */
const changers: ReadonlySet<string> = new Set(['chmod', 'install', 'mkdir']);

/** Those of a kind that a later command of the instruction does not take back. */
export function lastingChanges(
  instruction: Instruction,
  isOfKind: (mode: Mode) => boolean,
): readonly ModeChange[] {
  const changes = modeChanges(instruction);
  if (changes.length === 0) return none;
  return changes.filter(
    ({ mode, paths }, index) =>
      isOfKind(mode) &&
      !changes
        .slice(index + 1)
        .some(
          (later) =>
            !isOfKind(later.mode) &&
            /^\d+$|[=-]/.test(later.text) &&
            paths.length > 0 &&
            paths.every((path) => later.paths.includes(path)),
        ),
  );
}

function changesBy(command: Command): ModeChange[] {
  if (command.name === 'chmod') return byChmod(command);
  const place = command.flagValue('-m', '--mode');
  const mode = place?.known === undefined ? undefined : modeOf(place.known);
  const paths = command.positionals(['-m', '--mode', '-o', '-g']).map(({ value }) => value);
  return place && mode ? [{ place, text: place.value, mode, paths, isRecursive: false }] : [];
}

function byChmod(command: Command): ModeChange[] {
  // A mode may begin with a dash as a flag does: `chmod -w file`.
  const words = command.args.filter(({ value }) => !/^-(?:[Rcfv]+|-.*)$/.test(value));
  const [place, ...files] = words;
  const mode = place?.known === undefined ? undefined : modeOf(place.known);
  if (!place || !mode) return [];
  const isRecursive = command.hasFlag('-R', '--recursive');
  return [{ place, text: place.value, mode, paths: files.map(({ value }) => value), isRecursive }];
}
