import type { ErrorCode, YAMLParseError } from 'yaml';
import { type Message, say } from '../message';
import { type Span, spanOf } from '../text';

/** A mistake of syntax, at its place in the document's own text. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: Message;
}

/** A mistake that the parser has found: its place, cut at the end of the line, and what it is in plain words. */
export function problemOf(text: string, error: YAMLParseError): SyntaxProblem {
  const [from, to] = error.pos;
  const start = Math.min(from, text.length);
  const lineBreak = text.indexOf('\n', start);
  const stop = lineBreak < 0 ? text.length : lineBreak;
  return { span: spanOf(start, Math.max(start, Math.min(to, stop))), message: messageOf(error) };
}

/** The parser tells apart more than its codes do; its own words stand for themselves only where none of these fits. */
function messageOf({ code, message }: YAMLParseError): Message {
  if (message.includes('call stack')) return say`This is nested too deeply to be read.`;
  const special = specialTexts.find(([pattern]) => pattern.test(message))?.[1];
  return special ?? textByCode[code] ?? say`This is not valid YAML: ${message}.`;
}

const specialTexts: readonly (readonly [RegExp, Message])[] = [
  [/closing ['"]quote/, say`The text that is quoted here has no closing quote.`],
  [/followed by map values/, say`A field needs \`:\` and a value, as \`name: value\`.`],
  [/Sequence item without/, say`Each item of this list needs \`-\` before it.`],
  [/^Missing space after :/, say`A space must stand behind the \`:\`.`],
  [/^Missing , /, say`A \`,\` is missing between the items.`],
  [/Comments must be separated/, say`A space must stand before the \`#\` of a comment.`],
  [/same column/, say`The items of a list must begin at the same column.`],
  [/end with a [\]}]/, say`A bracket is not closed, or what it holds is indented too little.`],
  [
    /Nested mappings/,
    say`A field cannot stand inside of this value. Mend the indentation, or quote the value where it holds \`: \`.`,
  ],
];

const textByCode: Readonly<Partial<Record<ErrorCode, Message>>> = {
  ALIAS_PROPS: say`An alias cannot have an anchor or a tag of its own.`,
  BAD_ALIAS: say`An anchor or alias needs a name, which cannot end in \`:\`.`,
  BAD_DIRECTIVE: say`YAML knows no such directive.`,
  BAD_DQ_ESCAPE: say`A text in double quotes knows no such escape. Write \`\\\\\` for a backslash.`,
  BAD_INDENT: say`This is indented otherwise than what it belongs to.`,
  BAD_PROP_ORDER: say`Anchors and tags stand behind the \`-\`, \`?\` or \`:\`.`,
  BAD_SCALAR_START: say`A text that begins with this character must be quoted.`,
  BLOCK_AS_IMPLICIT_KEY: say`A list cannot be the name of a field.`,
  BLOCK_IN_FLOW: say`Inside of brackets a \`,\` stands between items, and only brackets hold other lists and fields.`,
  DUPLICATE_KEY: say`This field is there already, and only one of the two counts.`,
  KEY_OVER_1024_CHARS: say`The name of a field is longer than 1,024 characters.`,
  MULTILINE_IMPLICIT_KEY: say`A field needs \`:\` and a value, as \`name: value\`, on one line.`,
  MULTIPLE_ANCHORS: say`A value can have one anchor only.`,
  MULTIPLE_TAGS: say`A value can have one tag only.`,
  TAB_AS_INDENT: say`YAML is indented by spaces, never by tabs.`,
  TAG_RESOLVE_FAILED: say`The value does not fit its tag.`,
  UNEXPECTED_TOKEN: say`This cannot stand here. Is a quote, a bracket or a \`:\` before it missing?`,
};
