import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { audit, defaultSettings, lint, otherNames, type RuleAbout, rules, rulesByName } from '../../rules';

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** What other linters check: ids and what each looks at. The ids are facts; nothing else of theirs is here. */
const checks: ReadonlyMap<string, string> = new Map(
  textOf('./peer-checks.tsv')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line): [string, string] => {
      const [id = '', target = ''] = line.split('\t');
      return [id, target];
    }),
);

const all = rules as readonly RuleAbout[];
const borne = new Set(all.flatMap(({ aliases }) => aliases));
const targets = [...new Set(checks.values())].sort();
const idsOf = (target: string): readonly string[] =>
  [...checks].filter(([, other]) => other === target).map(([id]) => id);

/** Rows of the tables in docs/not-covered.md. */
const notCovered = [...textOf('../../docs/not-covered.md').matchAll(/^\| `([^`]+)` +\| (.+?) *\|$/gm)].map(
  ([, id = '', reason = '']) => ({ id, reason }),
);
const listed = new Set(notCovered.map(({ id }) => id));

describe('aliases', () => {
  it('are ids of the catalogue', () => {
    expect([...borne].filter((id) => !checks.has(id))).toEqual([]);
  });

  it.each(targets)('are counted: %s', (target) => {
    const ids = idsOf(target);
    const count = ids.filter((id) => borne.has(id)).length;
    process.stdout.write(`${target}: ${count} borne, ${ids.length - count} not borne\n`);
    expect(count).toBeLessThanOrEqual(ids.length);
  });
});

describe('checks of a Dockerfile and of one Kubernetes object', () => {
  const ids = ['dockerfile', 'kubernetes'].flatMap(idsOf);

  it('are borne by a rule or explained in docs/not-covered.md', () => {
    expect(ids.filter((id) => !borne.has(id) && !listed.has(id))).toEqual([]);
  });

  it('are not explained where a rule bears them', () => {
    expect([...listed].filter((id) => borne.has(id))).toEqual([]);
  });

  it('are explained once, in order, by a sentence', () => {
    expect([...listed].filter((id) => !ids.includes(id))).toEqual([]);
    expect(notCovered).toHaveLength(listed.size);
    for (const { id, reason } of notCovered) expect(reason, id).toMatch(/^[A-Z`].{20,}\.$/);
  });

  it('are explained by rules that exist', () => {
    const named = notCovered.flatMap(({ reason }) => [...reason.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)]);
    expect(named.map(([, id = '']) => id).filter((id) => !all.some((rule) => rule.id === id))).toEqual([]);
  });
});

describe('other names', () => {
  it('are those of ShellCheck or of the catalogue, and none that the rule bears already', () => {
    for (const { id, aliases, alsoKnownAs = [] } of all)
      for (const name of alsoKnownAs) {
        expect(/^SC\d{4}$/.test(name) || checks.has(name), `${id}: ${name}`).toBe(true);
        expect(aliases, id).not.toContain(name);
      }
  });

  it('find their rules, of which there may be several', () => {
    for (const rule of all) for (const name of otherNames(rule)) expect(rulesByName(name)).toContain(rule);
    expect(rulesByName('SC2086').map(({ id }) => id)).toEqual(['unquoted-test', 'unquoted-variable']);
  });

  it('silence a finding in a comment of another linter', () => {
    const findingsOf = (comment: string) => {
      const text = `FROM debian:12\n${comment}\nRUN rm $SOMEWHERE\n`;
      const settings = { ...defaultSettings, severities: { 'unquoted-variable': 'info' as const } };
      const [file] = audit([lint({ uri: 'file:///w/Dockerfile', text }, settings)]);
      return file?.findings.filter(({ rule }) => rule === 'unquoted-variable') ?? [];
    };
    expect(findingsOf('# why not')).toHaveLength(1);
    expect(findingsOf('# hadolint ignore=SC2086')).toEqual([]);
    expect(findingsOf('# hadolint ignore=SC2046')).toHaveLength(1);
  });
});
