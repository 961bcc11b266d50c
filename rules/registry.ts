import { rules } from './registry.generated';
import { otherNames, type RuleAbout } from './rule';

/** All rules, in the order of their files. */
export { rules };

export type RuleId = (typeof rules)[number]['id'];

const byId: ReadonlyMap<string, RuleAbout> = new Map(rules.map((rule) => [rule.id, rule]));

export const ruleById = (id: string): RuleAbout | undefined => byId.get(id);

/** Rules by what people may call them: id, and the peers' ids without regard to case. */
const byName: ReadonlyMap<string, readonly RuleAbout[]> = (() => {
  const names = new Map<string, RuleAbout[]>();
  for (const rule of rules as readonly RuleAbout[]) {
    for (const name of [rule.id, ...otherNames(rule)]) {
      const key = name.toLowerCase();
      names.set(key, [...(names.get(key) ?? []), rule]);
    }
  }
  return names;
})();

/** The rules that a name in a comment or in the configuration stands for; none if nobody knows it. */
export const rulesByName = (name: string): readonly RuleAbout[] => byName.get(name.toLowerCase()) ?? [];
