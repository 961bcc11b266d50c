import { type Confidence, type Profile, type RuleAbout, type Safety, topics } from '../../rules/index';
import { t } from '../l10n';
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

export const profileNote = (profile: Profile): string =>
  ({
    essential: t`on in every profile`,
    recommended: t`on by default`,
    all: t`on only in the profile \`all\`, or where the configuration names it`,
  })[profile];

/** What can be mended without a person, if anything. */
export const fixNote = (fix: Safety | undefined): string =>
  fix === undefined
    ? t`a person has to decide`
    : {
        safe: t`a safe fix, which \`--fix\` makes`,
        review: t`a fix to be reviewed, which \`--fix --fixes all\` makes`,
        'fill-in': t`a fix that a person fills in, in the editor`,
      }[fix];

/** Why the rule is there and what to do, as Markdown. */
export const ruleMarkdown = (rule: RuleAbout): string =>
  [
    rule.why,
    rule.remedy,
    ...(rule.references.length > 0
      ? [rule.references.map(({ title, url }) => `- [${title}](${url})`).join('\n')]
      : []),
  ].join('\n\n');
