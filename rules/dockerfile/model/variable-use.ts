import type { Span } from '../../text';
import type { Word } from './word';

/** Where a word uses a variable: its name behind `$` or `${`. */
export function useOf(word: Word, name: string): Span | undefined {
  for (const { 1: dollar = '', index } of word.raw.matchAll(/(\$\{?)[\p{L}\p{Nd}_]+/gu)) {
    const start = index + dollar.length;
    const end = start + name.length;
    if (word.raw.slice(start, end) === name && !/[\p{L}\p{Nd}_]/u.test(word.raw[end] ?? ''))
      return word.part(start, end).span;
  }
  return undefined;
}
