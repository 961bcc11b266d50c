import type { Command } from '../../model/shell/command';

/** True for a command that puts out all variables: `env`, `printenv`, `set`, `export -p`. */
export function isDump(command: Command): boolean {
  const words = command.args.map(({ value }) => value);
  switch (command.name) {
    case 'env':
      return words.every((word) => /^-[0v]*$|^--null$/.test(word));
    case 'printenv':
      return words.every((word) => word.startsWith('-'));
    case 'set':
      return words.length === 0;
    case 'export':
    case 'declare':
    case 'typeset':
      return words.length === 0 || (words.length === 1 && /^-[xp]+$/.test(words[0] ?? ''));
    default:
      return false;
  }
}
