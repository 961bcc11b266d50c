import path from 'node:path';
import { type RuleAbout, rules } from '../../rules/index';
import { rulePageText, rulesIndexText } from '../../server/report/rule-page';
import { readFixtures } from '../fixture';

/** What docs/rules is to hold, by file name. */
export function rulePages(root: string): Map<string, string> {
  const sorted: readonly RuleAbout[] = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const fixtures = new Map(
    readFixtures(path.join(root, 'test', 'fixtures')).map((one) => [one.rule, one.cases]),
  );
  return new Map([
    ['README.md', rulesIndexText(sorted)],
    ...sorted.map((rule): [string, string] => [
      `${rule.id}.md`,
      rulePageText(rule, fixtures.get(rule.id) ?? []),
    ]),
  ]);
}
