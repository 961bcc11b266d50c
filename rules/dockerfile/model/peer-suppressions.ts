import type { RuleAbout } from '../../rule';
import type { Suppression } from '../../suppression';
import { lineEnd, nextLine, type Span, spanOf } from '../../text';
import type { Dockerfile } from './dockerfile';
import { coveredFrom } from './instruction-at';
import type { Comment } from './reader';

/** Comments by which people silence other linters: they mean the same finding here, by the alias of its rule. */

interface Form {
  /** Matched against a comment's text; its first group holds the names. */
  readonly pattern: RegExp;
  readonly covers: 'instruction' | 'line' | 'file';
  /** What the linter's names are called among our aliases. */
  readonly alias: (name: string) => string;
  /** Without names, or with `all`, the comment means all that this linter checks: rules with such an alias. */
  readonly all?: RegExp;
}

const same = (name: string): string => name;
const kics = (name: string): string => `kics:${name}`;

/** `AVD-DS-0002`, `DS002` and `DS-0002` are one check. */
const trivy = (name: string): string =>
  name.replace(/^(?:AVD-)?DS-?0*(\d{1,4})$/i, (_, number: string) => `DS-${number.padStart(4, '0')}`);

const forms: readonly Form[] = [
  { pattern: /^hadolint\s+global\s+ignore\s*=\s*([\w ,]+)/, covers: 'file', alias: same },
  { pattern: /^hadolint\s+ignore\s*=\s*([\w ,]+)/, covers: 'instruction', alias: same },
  { pattern: /^trivy:ignore:([\w-]+)/, covers: 'instruction', alias: trivy },
  { pattern: /^(?:checkov|bridgecrew):skip=(\w+)/, covers: 'file', alias: same },
  { pattern: /^kics-scan\s+disable=([\w ,-]+)/, covers: 'file', alias: kics },
  { pattern: /^kics-scan\s+ignore-block\b()/, covers: 'instruction', alias: kics, all: /^kics:/ },
  { pattern: /^kics-scan\s+ignore-line\b()/, covers: 'line', alias: kics, all: /^kics:/ },
  { pattern: /^kics-scan\s+ignore(?!-)\b()/, covers: 'file', alias: kics, all: /^kics:/ },
  {
    pattern: /^check\s*=.*?\bskip=([\w ,]+)/,
    covers: 'instruction',
    alias: (name) => `buildkit:${name}`,
    all: /^buildkit:/,
  },
];

/** @param rules those that may speak, to know which ones a comment without names means. */
export function peerSuppressions(dockerfile: Dockerfile, rules: readonly RuleAbout[]): Suppression[] {
  const check = dockerfile.directive('check');
  const directive = check ? [{ text: `check=${check.value}`, span: check.span }] : [];
  return [
    ...directive.flatMap((comment) => suppressionIn(comment, 'file', dockerfile, rules)),
    ...dockerfile.comments.flatMap((comment) => suppressionIn(comment, undefined, dockerfile, rules)),
  ];
}

function suppressionIn(
  comment: Comment,
  covers: Form['covers'] | undefined,
  dockerfile: Dockerfile,
  rules: readonly RuleAbout[],
): Suppression[] {
  for (const form of forms) {
    const match = form.pattern.exec(comment.text);
    if (!match) continue;
    const names = (match[1] ?? '').split(/[\s,]+/).filter((name) => name !== '');
    const meant =
      form.all && (names.length === 0 || names.includes('all'))
        ? rules.filter((rule) => rule.aliases.some((alias) => form.all?.test(alias))).map(({ id }) => id)
        : names.map(form.alias);
    return [
      {
        rules: meant.map((name) => ({ name, span: comment.span })),
        reason: undefined,
        span: comment.span,
        covers: coverOf(covers ?? form.covers, comment.span, dockerfile),
        isForeign: true,
      },
    ];
  }
  return [];
}

function coverOf(covers: Form['covers'], { end }: Span, { text, instructions }: Dockerfile): Span | 'file' {
  if (covers === 'file') return 'file';
  if (covers === 'instruction') return coveredFrom(instructions, end, text.length);
  const start = nextLine(text, end);
  return spanOf(start, lineEnd(text, start));
}
