import ignore, { type Ignore, type Options } from 'ignore';

/**
 * How often a pattern may have `/**` + `/` in its middle. Matching takes the depth of a path to the power of them, and both
 * may come from a stranger.
 */
const maxDeepSteps = 2;

/** Deeper paths are matched by no pattern. */
const maxDepth = 100;

const isCheap = (pattern: string): boolean => (pattern.match(/\/\*\*(?=\/)/g)?.length ?? 0) <= maxDeepSteps;

/** Patterns as in a .gitignore, but for those that would take too long. */
export const globsOf = (patterns: readonly string[], options?: Options): Ignore =>
  ignore(options).add(patterns.filter(isCheap));

/** False for paths outside of the folder of the patterns. */
export const canMatch = (path: string): boolean =>
  ignore.isPathValid(path) && path.split('/').length <= maxDepth;
