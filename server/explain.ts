import { type Confidence, otherNames, type RuleAbout, topics } from '../rules/index';
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
  title,
  topic: topics[topic],
  severity,
  profile,
});

const code = (text: string): string => `\`${text}\``;

const names: Readonly<Record<Confidence, string>> = {
  high: 'certain',
  medium: 'likely',
  low: 'a guess',
};

/** What a rule says of itself, as Markdown. All of it is our own text. */
export function reasons(rule: RuleAbout): string[] {
  const { why, remedy, references } = rule;
  const names = otherNames(rule);
  return [
    why,
    `**What to do:** ${remedy}`,
    ...(references.length > 0
      ? [`**Read on:** ${references.map(({ title, url }) => `[${title}](${url})`).join(', ')}`]
      : []),
    ...(names.length > 0 ? [`**Elsewhere called:** ${names.map(code).join(', ')}`] : []),
  ];
}

export const howToIgnore = (rule: string): string =>
  `**To keep it as it is:** write ${code(`# seaworthy-ignore ${rule}: reason`)} above the line.`;

/** For files that hold no comments, as JSON. */
export const howToIgnoreByPath = (rule: string): string =>
  `**To keep it as it is:** name the file and ${code(rule)} under ${code('ignore')} in ${code('.seaworthy.yaml')}.`;

export const ruleLink = (rule: string): string => `[${code(rule)}](${rulePage(rule)})`;

export const sureness = (confidence: Confidence): string => names[confidence];

/** The page of a rule. */
export function explain(rule: RuleAbout): { title: string; markdown: string } {
  const options = Object.entries(rule.options ?? {}).map(
    ([name, { about, default: value }]) =>
      `- ${code(name)}: ${about} Default: ${code(JSON.stringify(value))}.`,
  );
  const paragraphs = [
    `# ${rule.title}`,
    `${ruleLink(rule.id)}, ${topics[rule.topic]}. Severity ${rule.severity}, profile ${rule.profile}.`,
    ...reasons(rule),
    ...(options.length > 0
      ? [`**Options** under \`rules\` in \`.seaworthy.yaml\`:`, options.join('\n')]
      : []),
    howToIgnore(rule.id),
  ];
  return { title: rule.title, markdown: `${paragraphs.join('\n\n')}\n` };
}
