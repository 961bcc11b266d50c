import { otherNames, type RuleAbout, rules, rulesByName, topics } from '../../rules/index';
import { closest } from '../configuration/closest';
import { t, translated } from '../l10n';
import { rulePage } from '../pages';
import { fixNote, profileNote, ruleData } from '../report/rule-text';
import { UsageError } from './flags';

const all: readonly RuleAbout[] = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));

/** `seaworthy rules`: every rule there is. */
export function rulesCommand(format: 'pretty' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(all.map(ruleData), null, 2)}\n`;
  const width = Math.max(...all.map(({ id }) => id.length));
  const rows = all.map(
    ({ id, severity, profile, topic, title }) =>
      `${id.padEnd(width)}  ${severity.padEnd(7)}  ${profile.padEnd(11)}  ${topic.padEnd(3)}  ${translated(title)}`,
  );
  return `${rows.join('\n')}\n`;
}

/** `seaworthy explain RULE`, by id or by another tool's name. */
export function explainCommand(name: string): string {
  const found = rulesByName(name);
  if (found.length > 0) return found.map(explain).join('\n');
  const near = closest(
    name,
    all.flatMap((rule) => [rule.id, ...otherNames(rule)]),
  );
  throw new UsageError(
    near === undefined
      ? t`No rule is called ${name}. \`seaworthy rules\` lists them all.`
      : t`No rule is called ${name}. Did you mean ${near}?`,
  );
}

function explain(rule: RuleAbout): string {
  const { id, title, why, remedy, severity, topic, profile, fix, references, options = {} } = rule;
  const names = otherNames(rule);
  const facts = [
    [t`Severity`, severity],
    [t`Confidence`, rule.confidence ?? 'high'],
    [t`Profile`, `${profile}: ${profileNote(profile)}`],
    [t`Topic`, `${topic}, ${translated(topics[topic])}`],
    [t`Fix`, fixNote(fix)],
    ...(names.length > 0 ? [[t`Also known as`, names.join(', ')]] : []),
    ...Object.entries(options).map(([key, { about, default: value }]) => [
      t`Option`,
      `${key} (${JSON.stringify(value)}): ${translated(about)}`,
    ]),
    ...references.map(({ title: name, url }) => [t`See`, `${name}, ${url}`]),
    [t`Page`, rulePage(id)],
  ].map(([name = '', value = '']) => hanging(`${name}:`, value));
  return `${id}: ${translated(title)}\n\n${wrap(translated(why))}\n\n${wrap(translated(remedy))}\n\n${facts.join('\n')}\n`;
}

/** A name, and its value beside it in a column of its own. */
const hanging = (name: string, value: string): string =>
  `  ${name.padEnd(15)}${wrap(value, 80).replaceAll('\n', `\n${' '.repeat(17)}`)}`;

/** Lines of a width that is read easily. */
function wrap(text: string, width = 100): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
