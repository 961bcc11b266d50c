import { describe, expect, it } from 'vitest';
import { type RuleAbout, rules } from '../../rules/index';
import { root, run } from './program';

describe('seaworthy rules', () => {
  it('lists every rule once, sorted', async () => {
    const { code, stdout } = await run(['rules']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(rules.map(({ id }) => id).sort());
    expect(lines.find((line) => line.startsWith('privileged-container '))).toMatch(
      /^privileged-container +error +essential +A4 +Container runs privileged$/,
    );
  });

  it('tells all of each rule as JSON', async () => {
    const listed: Record<string, unknown>[] = JSON.parse((await run(['rules', '--format', 'json'])).stdout);
    expect(listed).toHaveLength(rules.length);
    for (const rule of rules as readonly RuleAbout[]) {
      const entry = listed.find(({ id }) => id === rule.id);
      expect(entry).toMatchObject({
        title: rule.title,
        severity: rule.severity,
        confidence: rule.confidence ?? 'high',
        profile: rule.profile,
        aliases: rule.aliases,
        alsoKnownAs: rule.alsoKnownAs ?? [],
        fix: rule.fix ?? null,
        why: rule.why,
        remedy: rule.remedy,
        references: rule.references,
        url: expect.stringContaining(rule.id),
      });
    }
  });
});

describe('seaworthy explain', () => {
  it.each(['privileged-container', 'PSA:privileged'])('explains %s', async (name) => {
    const { code, stdout } = await run(['explain', name]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^privileged-container: Container runs privileged\n/);
    for (const said of ['every capability', 'Set `privileged: false`', 'error', 'essential', 'https://'])
      expect(stdout).toContain(said);
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => !line.includes('http'))
          .map(({ length }) => length),
      ),
    ).toBeLessThan(130);
  });

  it('knows no other name, but one that is near', async () => {
    expect(await run(['explain', 'privileged-contaner'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'seaworthy: No rule is called privileged-contaner. Did you mean privileged-container?\n',
    });
    expect((await run(['explain', 'x'])).stderr).toContain('`seaworthy rules` lists them all');
  });
});

describe('the demo', () => {
  it('finds mistakes in the sample shop, but not where it is done well', async () => {
    const { code, stdout, stderr } = await run(['audit', '--fail-on', 'never', 'test/samples'], {
      cwd: root,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const file of ['kubernetes/shop.yaml', 'kubernetes/cleanup.yaml', 'web/Dockerfile'])
      expect(stdout).toContain(`test/samples/${file}:`);
    for (const file of ['kubernetes/api.yaml', 'kubernetes/network.yaml', 'api/Dockerfile'])
      expect(stdout).not.toContain(`test/samples/${file}:`);
    expect(stdout).toMatch(/\n\d+ findings \(.* suppressed by comments\.\n$/);
  });
});
