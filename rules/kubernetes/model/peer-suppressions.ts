import type { RuleAbout } from '../../rule';
import { type Suppression, yamlSuppressions } from '../../suppression';
import { lineEnd, nextLine, type Span, spanOf } from '../../text';
import type { Cursor } from '../../yaml/cursor';
import type { KubernetesObject } from './object';

/** Annotations and comments by which people silence other linters: they mean the same finding here, by the alias of its rule. */
export function peerSuppressions(
  text: string,
  objects: readonly KubernetesObject[],
  rules: readonly RuleAbout[],
): Suppression[] {
  return [
    ...objects.flatMap((object) => annotationsOf(object, rules)),
    ...(/trivy:ignore:|kics-scan/.test(text) ? commentsOf(text, rules) : []),
  ];
}

/** What an annotation or a comment asks for: checks by their aliases, or all of a linter. */
interface Wish {
  readonly names: readonly string[] | RegExp;
  readonly reason?: string | undefined;
}

const listOf = (text: string): string[] => text.split(/[\s,]+/).filter((name) => name !== '');

function annotationsOf(object: KubernetesObject, rules: readonly RuleAbout[]): Suppression[] {
  const fields = object.metadata.at('annotations').fields as Cursor[];
  return fields.flatMap((field) => {
    const wish = wishOf(field.name, field.text ?? '');
    return wish ? [suppression(wish, field.span, spanOfObject(object), rules)] : [];
  });
}

function wishOf(key: string, value: string): Wish | undefined {
  const [prefix, name = ''] = key.split('/');
  switch (prefix) {
    case 'ignore-check.kube-linter.io':
      return { names: [`kube-linter:${name}`], reason: value || undefined };
    case 'kube-linter.io':
      return name === 'ignore-all' ? { names: /^kube-linter:/, reason: value || undefined } : undefined;
    case 'kube-score':
      return name === 'ignore'
        ? { names: value.includes('*') ? /^kube-score:/ : listOf(value).map((one) => `kube-score:${one}`) }
        : undefined;
    case 'polaris.fairwinds.com':
      if (value !== 'true' || !name.endsWith('exempt')) return undefined;
      return { names: name === 'exempt' ? /^polaris:/ : [`polaris:${name.slice(0, -'-exempt'.length)}`] };
    case 'checkov.io': {
      const [id = '', reason] = value.split('=', 2);
      return name.startsWith('skip') ? { names: [id.trim()], reason } : undefined;
    }
    default:
      return undefined;
  }
}

/** An element of a List, or the whole document. */
function spanOfObject({ cursor }: KubernetesObject): Span {
  const range = cursor.parent ? cursor.node?.range : undefined;
  return range ? spanOf(range[0], range[1]) : spanOf(0, cursor.document.text.length);
}

interface Form {
  /** Matched against a line; its first group holds the names. */
  readonly pattern: RegExp;
  readonly covers: 'node' | 'line' | 'file';
  readonly alias: (name: string) => string;
  /** What a comment without names means. */
  readonly all: RegExp;
}

/** `AVD-KSV-0017`, `KSV017` and `KSV-0017` are one check. */
const trivy = (name: string): string =>
  name.replace(/^(?:AVD-)?KSV-?0*(\d{1,4})$/i, (_, number: string) => `KSV-${number.padStart(4, '0')}`);
const kics = (name: string): string => `kics:${name}`;

const forms: readonly Form[] = [
  { pattern: /#[ \t]*trivy:ignore:([\w-]+)/, covers: 'node', alias: trivy, all: /^KSV-/ },
  { pattern: /#[ \t]*kics-scan[ \t]+disable=([\w ,-]+)/, covers: 'file', alias: kics, all: /^kics:/ },
  { pattern: /#[ \t]*kics-scan[ \t]+ignore-block\b()/, covers: 'node', alias: kics, all: /^kics:/ },
  { pattern: /#[ \t]*kics-scan[ \t]+ignore-line\b()/, covers: 'line', alias: kics, all: /^kics:/ },
  { pattern: /#[ \t]*kics-scan[ \t]+ignore(?!-)\b()/, covers: 'file', alias: kics, all: /^kics:/ },
];

function commentsOf(text: string, rules: readonly RuleAbout[]): Suppression[] {
  const found: Suppression[] = [];
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    const form = /^[ \t]*#/.test(line) ? forms.find(({ pattern }) => pattern.test(line)) : undefined;
    if (!form) continue;
    const names = listOf(form.pattern.exec(line)?.[1] ?? '').map(form.alias);
    const wish: Wish = { names: names.length > 0 ? names : form.all };
    found.push(suppression(wish, spanOf(start, end), coverOf(form.covers, text, end), rules));
  }
  return found;
}

function coverOf(covers: Form['covers'], text: string, end: number): Span | 'file' {
  if (covers === 'file') return 'file';
  const start = nextLine(text, end);
  return covers === 'line' ? spanOf(start, lineEnd(text, start)) : yamlSuppressions.nodeAt(text, start);
}

function suppression(
  { names, reason }: Wish,
  span: Span,
  covers: Span | 'file',
  rules: readonly RuleAbout[],
): Suppression {
  const meant =
    names instanceof RegExp
      ? rules.filter(({ aliases }) => aliases.some((alias) => names.test(alias))).map(({ id }) => id)
      : names;
  return { rules: meant.map((name) => ({ name, span })), reason, span, covers, isForeign: true };
}
