import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, lint, rules, type Settings } from '../../rules';
import { hardenEdits, levelOf, violationsOf } from '../../rules/kubernetes/model/harden';
import type { Pod } from '../../rules/kubernetes/model/pod';
import { applyEdits } from '../../rules/text';
import { parseYaml } from '../../rules/yaml/document';
import { textEdits } from '../../rules/yaml/edit';
import { manifest, podOf } from './arbitrary';

const harden = (text: string, level: 'baseline' | 'restricted', minor: number): string =>
  applyEdits(text, textEdits(hardenEdits(podOf(text), level, { minor })));

/** Only the rules of the Pod Security Standards speak. */
const severities: Settings['severities'] = Object.fromEntries(
  rules.map(({ id, aliases, severity }) => [
    id as string,
    aliases.some((alias) => alias.startsWith('psa:')) ? severity : 'off',
  ]),
);

/** One object for each version: the linter chooses its rules once for each. */
const minors = [18, 22, 24, 30, 33, 34, 36];
const settingsOf = new Map<number, Settings>(
  minors.map((minor) => [minor, { ...defaultSettings, severities, kubernetesVersion: `1.${minor}` }]),
);

const podSecurityFindings = (text: string, minor: number): string[] =>
  lint({ uri: 'file:///shop.yaml', text }, settingsOf.get(minor) ?? defaultSettings).findings.map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
  );

const minor = fc.constantFrom(...minors);

describe('a hardened pod', () => {
  it('has no finding of the Pod Security Standards left', () => {
    fc.assert(
      fc.property(manifest, minor, ({ text }, version) => {
        const after = harden(text, 'restricted', version);
        expect(parseYaml(after).problems).toEqual([]);
        expect(podSecurityFindings(after, version)).toEqual([]);
        expect(levelOf(podOf(after), { minor: version })).toBe('restricted');
      }),
      { numRuns: 150 },
    );
  });

  it('is at baseline, if no more is asked', () => {
    fc.assert(
      fc.property(manifest, minor, ({ text }, version) => {
        const after = harden(text, 'baseline', version);
        expect(violationsOf(podOf(after), 'baseline', { minor: version })).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every comment, and its containers', () => {
    fc.assert(
      fc.property(manifest, minor, ({ text, notes }, version) => {
        const after = harden(text, 'restricted', version);
        for (let number = 1; number <= notes; number++) expect(after).toContain(`# note ${number}.`);
        const names = (pod: Pod): string[] =>
          pod.containers.map(({ title, cursor }) => `${title} ${cursor.at('image').text}`);
        expect(names(podOf(after))).toEqual(names(podOf(text)));
      }),
      { numRuns: 150 },
    );
  });

  it('is left as it is at restricted', () => {
    fc.assert(
      fc.property(manifest, minor, ({ text }, version) => {
        const after = harden(text, 'restricted', version);
        expect(harden(after, 'restricted', version)).toBe(after);
      }),
      { numRuns: 60 },
    );
  });
});
