import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type RuleAbout, rules } from '../../rules/index';
import { rulePages } from './rule-pages';

const root = path.join(import.meta.dirname, '..', '..');
const folder = path.join(root, 'docs', 'rules');
const pages = rulePages(root);

describe('the pages of the rules', () => {
  it('are those that `npm run docs` writes now', () => {
    const stale = [...pages].flatMap(([name, text]) => {
      const file = path.join(folder, name);
      return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [name];
    });
    const left = existsSync(folder) ? readdirSync(folder).filter((name) => !pages.has(name)) : [];
    expect({ stale, left }, 'Run `npm run docs` and commit docs/rules').toEqual({ stale: [], left: [] });
  });

  it('have a wrong example and what is said of the rule', () => {
    for (const rule of rules as readonly RuleAbout[]) {
      const page = pages.get(`${rule.id}.md`) ?? '';
      for (const part of [`# ${rule.title}\n`, rule.why, rule.remedy, '\n## Wrong\n', '\n## Right\n'])
        expect(page, rule.id).toContain(part);
      for (const { url } of rule.references) expect(page).toContain(url);
      expect(page.match(/^#(?:---|!|\?|===) /gm), `${rule.id}: marks of the fixture`).toBeNull();
      expect(pages.get('README.md')).toContain(`[${rule.id}](${rule.id}.md)`);
    }
  });
});
