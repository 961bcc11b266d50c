import type { Argument, Command } from '../../model/shell/command';

/** True where a variable that is not known may hold flags. One whose name speaks of packages holds packages. */
export const mayHideFlags = (command: Command): boolean => command.args.some(mayBeFlags);

function mayBeFlags({ known, word }: Argument): boolean {
  if (known !== undefined || !word.mayBeSeveral || !/^[$`]/.test(word.text)) return false;
  return !word.expansions.every(({ kind, name }) => kind === 'variable' && packageWords.test(name ?? ''));
}

const packageWords = /pack|pkg|dep|lib|tool|requir|module|plugin|phpize/i;
