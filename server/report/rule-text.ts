import { type Confidence, type Profile, type RuleAbout, type Safety, topics } from '../../rules/index';
import { rulePage } from '../pages';

/** What a program is told of a rule: `seaworthy rules --format json`. */
export const ruleData = (rule: RuleAbout) => ({
  id: rule.id,
  title: rule.title,
  topic: { id: rule.topic, title: topics[rule.topic] },
  severity: rule.severity,
  confidence: confidenceOf(rule),
  profile: rule.profile,
  aliases: rule.aliases,
  alsoKnownAs: rule.alsoKnownAs ?? [],
  fix: rule.fix ?? null,
  why: rule.why,
  remedy: rule.remedy,
  options: rule.options ?? {},
  references: rule.references,
  url: rulePage(rule.id),
});

export const confidenceOf = (rule: RuleAbout): Confidence => rule.confidence ?? 'high';

export const profileNotes: Readonly<Record<Profile, string>> = {
  essential: 'on in every profile',
  recommended: 'on by default',
  all: 'on only in the profile `all`, or where the configuration names it',
};

export const fixNotes: Readonly<Record<Safety, string>> = {
  safe: 'a safe fix, which `--fix` makes',
  review: 'a fix to be reviewed, in the editor',
};

/** Why the rule is there and what to do, as Markdown. */
export const ruleMarkdown = (rule: RuleAbout): string =>
  [
    rule.why,
    rule.remedy,
    ...(rule.references.length > 0
      ? [rule.references.map(({ title, url }) => `- [${title}](${url})`).join('\n')]
      : []),
  ].join('\n\n');
