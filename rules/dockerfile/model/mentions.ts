import { derived } from './derived';
import type { Dockerfile } from './dockerfile';

/**
 * Tells of files whether they hold a text at all. It is looked for once in a file, so that most files are not searched instruction
 * after instruction.
 */
export const mentions = (pattern: RegExp): ((dockerfile: Dockerfile) => boolean) =>
  derived(({ text }: Dockerfile) => pattern.test(text));
