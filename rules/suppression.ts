import { lineEnd, lineStart, nextLine, type Span, spanOf } from './text';

/** A comment by which a person says that findings of some rules are known and wanted. */
export interface Suppression {
  /** The rule ids or aliases as written, each with its place. */
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
  readonly reason: string | undefined;
  /** The comment, from its `#`. */
  readonly span: Span;
  /** What it covers; the whole file for `seaworthy-ignore-file`. */
  readonly covers: Span | 'file';
  /** True for another linter's comment, which may name rules that are none of ours. */
  readonly isForeign?: boolean;
}

/** How a language says which lines belong to what stands on the next one. */
export interface SuppressionSyntax {
  /** The span of the node that starts on the line at `start`. */
  nodeAt(text: string, start: number): Span;
  /** True where a `#` at this place opens a comment. */
  isComment(text: string, offset: number): boolean;
  readonly allowsTrailing: boolean;
}

const directive = /#[ \t]*seaworthy-ignore(-file)?(?=[ \t:]|$)[ \t]*([^\r\n]*)/gm;

/** Reads `# seaworthy-ignore RULE[, RULE]: reason` and `# seaworthy-ignore-file RULE[, RULE]: reason`. */
export function readSuppressions(text: string, syntax: SuppressionSyntax): Suppression[] {
  if (!text.includes('seaworthy-ignore')) return [];
  const found: Suppression[] = [];
  const nodes = new NodesAfter(text, syntax);
  for (const match of text.matchAll(directive)) {
    const at = match.index;
    const body = match[2] ?? '';
    const isTrailing = text.slice(lineStart(text, at), at).trim() !== '';
    if ((isTrailing && !syntax.allowsTrailing) || !syntax.isComment(text, at)) continue;
    const bodyStart = at + match[0].length - body.length;
    const colon = reasonColon(body);
    found.push({
      rules: namesIn(colon < 0 ? body : body.slice(0, colon), bodyStart),
      reason: colon < 0 ? undefined : body.slice(colon + 1).trim() || undefined,
      span: spanOf(at, at + match[0].trimEnd().length),
      covers: match[1]
        ? 'file'
        : isTrailing
          ? spanOf(lineStart(text, at), lineEnd(text, at))
          : nodes.after(at),
    });
  }
  return found;
}

/** The colon before the reason; those inside of a name (`psa:privileged`) stand before a letter. */
const reasonColon = (body: string): number => body.search(/:(?=\s|$)/);

function namesIn(list: string, offset: number): { name: string; span: Span }[] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    name: match[0],
    span: spanOf(offset + match.index, offset + match.index + match[0].length),
  }));
}

/** Finds the node on the first line after a comment that is neither blank nor a comment itself; asked in order of place. */
class NodesAfter {
  #start = -1;
  #node: Span = spanOf(0, 0);

  constructor(
    private readonly text: string,
    private readonly syntax: SuppressionSyntax,
  ) {}

  after(offset: number): Span {
    const { text } = this;
    // Comments one under the other are about the same node.
    if (offset < this.#start) return this.#node;
    let start = nextLine(text, offset);
    while (start < text.length && /^[ \t]*(?:#|$)/.test(text.slice(start, lineEnd(text, start))))
      start = nextLine(text, start);
    this.#start = start;
    this.#node = this.syntax.nodeAt(text, start);
    return this.#node;
  }
}

const withoutComment = (line: string): string => line.slice(0, /\s#|$/.exec(line)?.index).trimEnd();

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** In YAML the node on a line goes on over the lines that are indented deeper; at the root it is the whole document. */
export const yamlSuppressions: SuppressionSyntax = {
  allowsTrailing: true,
  isComment: (text, offset) => offset === 0 || /[\s]/.test(text[offset - 1] ?? ''),
  nodeAt(text, start) {
    const isFirst = !/^[^\s#%-]|^-(?!--)/m.test(text.slice(0, start));
    if (isFirst) return spanOf(0, text.length);
    const first = text.slice(start, lineEnd(text, start));
    const indent = indentOf(first);
    const holdsList = /:(?:\s+&\S+)?$/.test(withoutComment(first)) && !first.trimStart().startsWith('- ');
    let end = nextLine(text, start);
    while (end < text.length) {
      const line = text.slice(end, lineEnd(text, end));
      const deeper =
        line.trim() === '' ||
        indentOf(line) > indent ||
        (holdsList && indentOf(line) === indent && line.trimStart().startsWith('- '));
      if (!deeper) break;
      end = nextLine(text, end);
    }
    return spanOf(start, end);
  },
};
