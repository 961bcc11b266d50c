import type { Word } from '../../model/word';

/** `/x`, `\x`, `C:\x`. */
const absolute = /^(?:[/\\]|[a-zA-Z]:)/;

/**
 * True for a path that is surely relative. A variable at its start that nobody tells may be anything; one behind the start
 * changes nothing.
 */
export function isRelative(path: Word): boolean {
  const { value, resolved } = path.expanded;
  if (absolute.test(value) || value === '') return false;
  return resolved || !/^["']?\$/.test(path.raw);
}
