import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A mark under a line of a fixture: a finding of a rule is expected there. */
export interface Mark {
  readonly rule: string;
  /** The text under the finding's span, `\n` for a line break. */
  readonly quote: string;
  /** Which of the quotes on its line, from 1. */
  readonly nth: number;
  /** The whole message, where the fixture says it. */
  readonly message: string | undefined;
  /** The marked line in the file, from 0. */
  readonly line: number;
}

export interface CaseFile {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What the first file is to be once all findings of the rule are mended by the fix of this title (or their first). */
export interface Fixed {
  readonly title: string | undefined;
  readonly files: readonly CaseFile[];
}

export interface Case {
  readonly kind: 'bad' | 'good';
  readonly title: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly files: readonly CaseFile[];
  readonly fixed: readonly Fixed[];
}

export interface Fixture {
  readonly rule: string;
  readonly file: string;
  readonly cases: readonly Case[];
}

interface Section {
  readonly kind: string;
  readonly title: string;
  readonly lines: string[];
}

/** Reads a fixture. Its format is told in CONTRIBUTING.md. */
export function parseFixture(file: string, content: string): Fixture {
  const extension = path.extname(file);
  const rule = path.basename(file, extension);
  const usualName = extension === '.dockerfile' ? 'Dockerfile' : `manifest${extension}`;
  const sections = sectionsOf(content);
  const frame = sections.find((section) => section.kind === 'frame')?.lines;
  const cases: (Omit<Case, 'fixed'> & { fixed: Fixed[] })[] = [];
  for (const section of sections) {
    if (section.kind === 'frame') continue;
    const settings = Object.fromEntries(section.lines.flatMap(settingOf));
    const lines = section.lines.filter((line) => settingOf(line).length === 0);
    if (section.kind === 'fixed') {
      const current = cases.at(-1);
      if (!current) throw new Error(`${file}: a fixed section stands before any case`);
      current.fixed.push({
        title: section.title || undefined,
        files: filesOf(lines, current.files[0]?.name ?? usualName, frame),
      });
    } else if (section.kind === 'bad' || section.kind === 'good') {
      const named = filesOf(lines, settings.file ?? usualName, frame);
      cases.push({ kind: section.kind, title: section.title, settings, files: named, fixed: [] });
    } else throw new Error(`${file}: unknown section ${section.kind}`);
  }
  return { rule, file, cases };
}

const settingOf = (line: string): [string, string][] => {
  const match = /^#\? (\w+): (.*)$/.exec(line);
  return match?.[1] !== undefined && match[2] !== undefined ? [[match[1], match[2]]] : [];
};

function sectionsOf(content: string): Section[] {
  const sections: Section[] = [];
  for (const line of content.split('\n')) {
    const head = /^#--- (\w+)(?:: (.*))?$/.exec(line);
    if (head?.[1] !== undefined) sections.push({ kind: head[1], title: head[2] ?? '', lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  // The blank line before the next head parts the sections; it is no part of the text.
  for (const { lines } of sections) if (lines.at(-1) === '') lines.pop();
  return sections;
}

/** The files of a case: the first has no head, others follow `#=== name`. */
function filesOf(
  lines: readonly string[],
  firstName: string,
  frame: readonly string[] | undefined,
): CaseFile[] {
  const groups: { name: string; lines: string[] }[] = [{ name: firstName, lines: [] }];
  for (const line of lines) {
    const head = /^#=== (.+)$/.exec(line);
    if (head?.[1] !== undefined) groups.push({ name: head[1], lines: [] });
    else groups.at(-1)?.lines.push(line);
  }
  return groups.map((group, index) =>
    fileOf(group.name, index === 0 && frame ? framed(frame, group.lines) : group.lines),
  );
}

const framed = (frame: readonly string[], lines: readonly string[]): string[] =>
  frame.flatMap((line) => (line.trim() === '#...' ? [...lines] : [line]));

function fileOf(name: string, lines: readonly string[]): CaseFile {
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const line of lines) {
    const mark = /^#! \[(.*?)\](?:#(\d+))? ([\w:.-]+)(?: (.*))?$/.exec(line);
    if (!mark) kept.push(line);
    else
      marks.push({
        quote: (mark[1] ?? '').replaceAll('\\n', '\n'),
        nth: Number(mark[2] ?? 1),
        rule: mark[3] ?? '',
        message: mark[4],
        line: kept.length - 1,
      });
  }
  return { name, text: kept.length === 0 ? '' : `${kept.join('\n')}\n`, marks };
}

export function readFixtures(folder: string): Fixture[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ya?ml|json|dockerfile)$/.test(file))
    .sort()
    .map((file) => parseFixture(file, readFileSync(path.join(folder, file), 'utf8')));
}
