import type { RuleAbout } from '../../rule';
import { readSuppressions, type Suppression, type SuppressionSyntax } from '../../suppression';
import type { Dockerfile } from './dockerfile';
import { coveredFrom } from './instruction-at';
import { peerSuppressions } from './peer-suppressions';

/** A comment covers the whole instruction below it; one between continued lines covers the instruction around it. */
export function dockerfileSuppressions(dockerfile: Dockerfile): SuppressionSyntax {
  const comments = new Set(dockerfile.comments.map((comment) => comment.span.start));
  return {
    allowsTrailing: false,
    isComment: (_, offset) => comments.has(offset),
    nodeAt: (text, start) => coveredFrom(dockerfile.instructions, start, text.length),
  };
}

/** @param rules those that may speak. */
export const suppressionsOf = (
  dockerfile: Dockerfile,
  rules: readonly RuleAbout[],
): readonly Suppression[] => [
  ...readSuppressions(dockerfile.text, dockerfileSuppressions(dockerfile)),
  ...peerSuppressions(dockerfile, rules),
];
