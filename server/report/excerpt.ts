import { remembered } from '../../rules/remembered';
import { classifySecret, findSecrets } from '../../rules/secrets/index';
import type { Lines, Range } from './lines';
import { isPlain, printable } from './printable';

/** A line of a file with the part of it that a finding is about. */
export interface Excerpt {
  readonly line: string;
  /** As long as the marked part, behind as many blanks as stand before it. */
  readonly marks: string;
}

const width = 110;

/** How far from the marked part a line is looked at; one line can be as long as a file. */
const around = 10_000;

/**
 * The first line of a range, cut to a readable width. Credentials are hidden: reports are kept where many can read them.
 * @param isSecret true where the value in the range is known to be a credential.
 */
export function excerpt(lines: Lines, { start, end }: Range, isSecret = false): Excerpt {
  const whole = lines.line(start.line);
  const first = Math.max(0, start.column - 1 - around);
  const text = whole.slice(first, start.column - 1 + around);
  const column = start.column - 1 - first;
  const line = isSecret ? withoutValue(withoutSecrets(text), column) : withoutSecrets(text);
  const from = Math.min(column, line.length);
  const to = end.line === start.line ? Math.min(end.column - 1 - first, line.length) : line.length;
  const cutStart = line.length > width ? Math.max(0, Math.min(from - 20, line.length - width)) : 0;
  const cutEnd = Math.min(line.length, cutStart + width);
  const show = isPlain(line) ? same : plain;
  const before = show(line.slice(cutStart, from));
  const marked = show(line.slice(from, Math.min(to, cutEnd)));
  const after = show(line.slice(Math.min(to, cutEnd), cutEnd));
  const lead = first + cutStart > 0 ? '…' : '';
  return {
    line: `${lead}${before}${marked}${after}${cutEnd < line.length ? '…' : ''}`.trimEnd(),
    marks: ' '.repeat(lead.length + before.length) + '^'.repeat(Math.max(1, marked.length)),
  };
}

const plain = (text: string): string => printable(text.replaceAll('\t', '  '));

const same = (text: string): string => text;

const assignment = /(?<![\w.-])([\w.-]+)(["']?\s*[:=]\s*)(["']?)([^\s"']+)/g;

/** Findings often come several a line, and the lines of a project are much alike. */
const withoutSecrets = remembered((line) => {
  const known = findSecrets(line);
  const named = [...line.matchAll(assignment)].flatMap(({ 0: all, 1: name = '', 4: value = '', index }) => {
    const end = index + all.length;
    const start = end - value.length;
    const isKnown = known.some((secret) => secret.start < end && start < secret.end);
    return !isKnown && classifySecret(name, value) ? [{ start, end }] : [];
  });
  if (known.length + named.length === 0) return line;
  const hidden = line.split('');
  for (const { start, end } of [...known, ...named]) hidden.fill('*', start, end);
  return hidden.join('');
});

/** Hides what stands behind the colon of a field. */
function withoutValue(line: string, from: number): string {
  const rest = line.slice(from);
  const key = /^\S+:\s+/.exec(rest)?.[0] ?? rest;
  return line.slice(0, from) + key + rest.slice(key.length).replace(/\S/g, '*');
}
