import type { Argument, Command } from '../../model/shell/command';

/** True where a variable that is not known may hold flags, unless its name speaks of something else. */
export const mayHideFlags = (command: Command): boolean => command.args.some(mayBeFlags);

function mayBeFlags({ known, word }: Argument): boolean {
  if (known !== undefined || !word.mayBeSeveral || !/^[$`]/.test(word.text)) return false;
  return !word.expansions.every(({ kind, name }) => kind === 'variable' && otherThings.test(name ?? ''));
}

const otherThings =
  /pack|pkg|dep|lib|tool|requir|module|plugin|phpize|url|uri|link|mirror|file|path|dir|version|release|tarball|src$/i;
