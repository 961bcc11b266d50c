import { createHash } from 'node:crypto';
import type { Finding } from '../../rules/index';
import type { Lines } from './lines';

/**
 * Fingerprints of a file's findings: of the rule, the line's text and the names in the message, with a number where
 * several are alike. They stay as they are where lines move, and where numbers and dates in a message change.
 */
export function fingerprints(findings: readonly Finding[], lines: Lines): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const result = new Map<Finding, string>();
  for (const finding of [...findings].sort((a, b) => a.span.start - b.span.start)) {
    const hash = hashOf(finding, lines);
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    result.set(finding, `${hash}:${nth}`);
  }
  return result;
}

function hashOf({ rule, span, message }: Finding, lines: Lines): string {
  const line = lines.line(lines.position(span.start).line).trim().replace(/\s+/g, ' ');
  const names = message.args.filter((text) => /\p{L}/u.test(text));
  return createHash('sha256')
    .update(JSON.stringify([rule, line, names]))
    .digest('hex')
    .slice(0, 32);
}
