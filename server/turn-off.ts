import { lineEndOf, type TextEdit } from '../rules/index';
import { Cursor } from '../rules/yaml/cursor';
import { parseYaml, splitDocuments } from '../rules/yaml/document';
import { setAny, textEdits } from '../rules/yaml/edit';

/** A configuration that says nothing but that a rule is off. */
export const configurationWithout = (rule: string, lineBreak = '\n'): string =>
  `rules:${lineBreak}  ${rule}: "off"${lineBreak}`;

/**
 * The edits of a configuration that turn a rule off. Comments and all other settings stay.
 * @returns undefined where the text is broken, so that nobody can say what an edit would do.
 */
export function turnOff(text: string, rule: string): TextEdit[] | undefined {
  const document = parseYaml(splitDocuments(text)[0]?.text ?? '');
  const root = Cursor.root(document);
  if (document.problems.length > 0 || (root.exists && !root.isMap)) return undefined;
  if (!root.isMap) return [appended(text, rule)];
  const entry = root.get('rules').get(rule);
  return textEdits([setAny(entry.isMap ? entry.get('severity') : entry, 'off')]);
}

/** A configuration of comments alone. */
function appended(text: string, rule: string): TextEdit {
  const lineBreak = lineEndOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : lineBreak;
  const span = { start: text.length, end: text.length };
  return { span, text: before + configurationWithout(rule, lineBreak) };
}
