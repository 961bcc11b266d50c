import { isMap, isPair, isScalar, isSeq, type Scalar } from 'yaml';
import { lineEndOf, lineStart } from '../text';
import { parseYaml, splitDocuments, type YamlDocument } from './document';

/** Data that can be written as YAML. Order of keys is kept. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** How a document is laid out, read off the document itself. */
export interface Style {
  /** Spaces that a map stands deeper than the key that holds it. */
  readonly indent: number;
  /** Spaces that a `-` stands deeper than the key that holds its sequence: 0 or `indent`. */
  readonly sequenceIndent: number;
  readonly lineBreak: '\n' | '\r\n';
  /** True where keys are in double quotes, as in JSON. */
  readonly jsonKeys: boolean;
  /** `{ a: 1 }` rather than `{a: 1}`. */
  readonly padded: boolean;
}

const styles = new WeakMap<YamlDocument, Style>();

export function styleOf(document: YamlDocument): Style {
  const known = styles.get(document);
  if (known) return known;
  const made = readStyle(document);
  styles.set(document, made);
  return made;
}

interface Steps {
  map?: number;
  sequence?: number;
}

function readStyle({ text, contents }: YamlDocument): Style {
  const steps: Steps = {};
  collectSteps(contents, text, steps);
  return styleBy(steps, text);
}

/** How the documents of a file are laid out, as the first of them tell. */
export function styleOfFile(text: string): Style {
  const steps: Steps = {};
  for (const { text: document } of splitDocuments(text)) {
    collectSteps(parseYaml(document).contents, document, steps);
    if (steps.map !== undefined && steps.sequence !== undefined) break;
  }
  return styleBy(steps, text);
}

function styleBy(steps: Steps, text: string): Style {
  const indent = steps.map ?? (steps.sequence || 2);
  return {
    indent,
    sequenceIndent: steps.sequence ?? indent,
    lineBreak: lineEndOf(text),
    jsonKeys: /^\s*\{\s*"/.test(text),
    padded: !/\{[^\s}{]/.test(text),
  };
}

/** Looks for the first map in a map and the first sequence in a map, in block style. */
function collectSteps(node: unknown, text: string, steps: Steps): void {
  const open: unknown[] = [node];
  while (open.length > 0 && (steps.map === undefined || steps.sequence === undefined)) {
    const at = open.pop();
    if (isMap(at) && !at.flow) {
      for (const pair of at.items) {
        const { key, value } = pair;
        if (isScalar(key) && key.range) noteStep(column(text, key.range[0]), value, text, steps);
        open.push(value);
      }
    } else if (isSeq(at) && !at.flow) open.push(...at.items);
    else if (isPair(at)) open.push(at.value);
  }
}

function noteStep(keyColumn: number, value: unknown, text: string, steps: Steps): void {
  if (isMap(value) && !value.flow && value.items.length > 0) {
    const first = value.items[0]?.key;
    if (isScalar(first) && first.range) steps.map ??= Math.max(1, column(text, first.range[0]) - keyColumn);
  } else if (isSeq(value) && !value.flow && value.range) {
    steps.sequence ??= Math.max(0, column(text, value.range[0]) - keyColumn);
  }
}

const column = (text: string, offset: number): number => offset - lineStart(text, offset);

/** The lines of a map or sequence whose first key or dash stands at column `indent`; without a line break at the end. */
export function writeBlock(value: Plain, indent: number, style: Style): string {
  const pad = ' '.repeat(indent);
  const lines = Array.isArray(value)
    ? (value as readonly Plain[]).map((item) => `${pad}- ${writeItem(item, indent, style)}`)
    : Object.entries(value as Record<string, Plain>).map(
        ([key, item]) => `${pad}${writeKey(key, style)}:${writeValue(item, indent, style)}`,
      );
  return lines.join(style.lineBreak);
}

function writeItem(item: Plain, indent: number, style: Style): string {
  if (typeof item !== 'object' || item === null || isEmpty(item)) return writeFlow(item, style);
  return writeBlock(item, indent + 2, style).trimStart();
}

function writeValue(item: Plain, indent: number, style: Style): string {
  if (typeof item !== 'object' || item === null || isEmpty(item)) return ` ${writeFlow(item, style)}`;
  const inner = indent + (Array.isArray(item) ? style.sequenceIndent : style.indent);
  return style.lineBreak + writeBlock(item, inner, style);
}

const isEmpty = (value: object): boolean =>
  Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;

export function writeFlow(value: Plain, style: Style): string {
  if (typeof value !== 'object' || value === null) return writeScalar(value, style);
  if (Array.isArray(value))
    return `[${(value as readonly Plain[]).map((item) => writeFlow(item, style)).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([key, item]) => `${writeKey(key, style)}: ${writeFlow(item, style)}`,
  );
  if (entries.length === 0) return '{}';
  return style.padded && !style.jsonKeys ? `{ ${entries.join(', ')} }` : `{${entries.join(', ')}}`;
}

export const writeKey = (key: string, style: Style): string =>
  style.jsonKeys || !isPlainSafe(key) ? JSON.stringify(key) : key;

/** A scalar, in the quotes of the one it stands for where that is a string too. */
export function writeScalar(
  value: string | number | boolean | null,
  style: Style,
  like?: Scalar.Type | string | null,
): string {
  if (typeof value !== 'string') return String(value);
  if (style.jsonKeys || like === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (like === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  return isPlainSafe(value) ? value : JSON.stringify(value);
}

/** Text that YAML 1.1 and 1.2 both read as the same string without quotes. */
const isPlainSafe = (text: string): boolean =>
  isQuantity(text) ||
  (/^[A-Za-z_/.][\w./@-]*(?::[\w./@-]+)*$/.test(text) &&
    !/^(?:y|n|yes|no|on|off|true|false|null|~|\.inf|\.nan)$/i.test(text) &&
    !/^[.\d]+(?:e\d+)?$/i.test(text));

/** A number with a unit, `512Mi` or `500m`: no YAML takes it for a number. */
const isQuantity = (text: string): boolean => /^\d{1,20}(?:\.\d{1,20})?(?:[KMGTPE]i?|[mk])$/.test(text);
