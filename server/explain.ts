import { type Confidence, otherNames, type RuleAbout, type Severity, topics } from '../rules/index';
import { t, translated } from './l10n';
import { rulePage } from './pages';

/** A rule in a line, for lists. */
export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly severity: string;
  readonly profile: string;
}

export const summary = ({ id, title, topic, severity, profile }: RuleAbout): RuleSummary => ({
  id,
  title: translated(title),
  topic: translated(topics[topic]),
  severity,
  profile,
});

const code = (text: string): string => `\`${text}\``;

/** What a rule says of itself, as Markdown. All of it is our own text. */
export function reasons(rule: RuleAbout): string[] {
  const { why, remedy, references } = rule;
  const names = otherNames(rule);
  return [
    translated(why),
    `**${t`What to do:`}** ${translated(remedy)}`,
    ...(references.length > 0
      ? [`**${t`Read on:`}** ${references.map(({ title, url }) => `[${title}](${url})`).join(', ')}`]
      : []),
    ...(names.length > 0 ? [`**${t`Elsewhere called:`}** ${names.map(code).join(', ')}`] : []),
  ];
}

export const howToIgnore = (rule: string): string =>
  `**${t`To keep it as it is:`}** ${t`write ${code(`# seaworthy-ignore ${rule}: ${t`reason`}`)} above the line.`}`;

/** For files that hold no comments, as JSON. */
export const howToIgnoreByPath = (rule: string): string =>
  `**${t`To keep it as it is:`}** ${t`name the file and ${code(rule)} under ${code('ignore')} in ${code('.seaworthy.yaml')}.`}`;

export const ruleLink = (rule: string): string => `[${code(rule)}](${rulePage(rule)})`;

export const sureness = (confidence: Confidence): string =>
  ({ high: t`certain`, medium: t`likely`, low: t`a guess` })[confidence];

export const severityName = (severity: Severity): string =>
  ({ error: t`error`, warning: t`warning`, info: t`note` })[severity];

/** The page of a rule. */
export function explain(rule: RuleAbout): { title: string; markdown: string } {
  const title = translated(rule.title);
  const options = Object.entries(rule.options ?? {}).map(
    ([name, { about, default: value }]) =>
      `- ${code(name)}: ${translated(about)} ${t`Default: ${code(JSON.stringify(value))}.`}`,
  );
  const paragraphs = [
    `# ${title}`,
    `${ruleLink(rule.id)}, ${translated(topics[rule.topic])}. ${t`Severity ${severityName(rule.severity)}, profile ${rule.profile}.`}`,
    ...reasons(rule),
    ...(options.length > 0
      ? [`**${t`Options`}** ${t`under ${code('rules')} in ${code('.seaworthy.yaml')}:`}`, options.join('\n')]
      : []),
    howToIgnore(rule.id),
  ];
  return { title, markdown: `${paragraphs.join('\n\n')}\n` };
}
