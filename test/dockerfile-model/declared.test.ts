import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultSettings, type Finding, type Settings } from '../../rules';
import { Choice } from '../../rules/dockerfile/model/choice';
import { lintDockerfile } from '../../rules/dockerfile/model/lint';
import type { DockerfileRule } from '../../rules/dockerfile/model/rule';
import { activeOf } from '../../rules/linter';
import { readFixtures } from '../fixture';
import { dockerfileText } from './arbitrary';

const settings: Settings = { ...defaultSettings, profile: 'all' };

/** Rules say which kinds of instruction, programs and package managers they are about, so that they are shown no more. */
const declared = activeOf('dockerfile', settings);

/** The same rules, shown each RUN, stage and file. Checks of commands and instructions may lean on what they are shown. */
const undeclared = declared.map(
  ({ kinds, programs, managers: _, ...rule }): DockerfileRule => ({
    ...rule,
    ...(rule.command && programs && { programs }),
    ...(rule.instruction && kinds && { kinds }),
  }),
);

const findingsOf = (text: string, shown: readonly DockerfileRule[]): readonly Finding[] =>
  lintDockerfile(text, { uri: 'file:///w/Dockerfile', settings, rules: shown, common: new Map() }).findings;

/** Fixes are made of functions, which are alike only to themselves. */
const textOf = (findings: readonly Finding[]): string => JSON.stringify(findings);

function sameFor(text: string): void {
  expect(textOf(findingsOf(text, declared))).toBe(textOf(findingsOf(text, undeclared)));
}

it('finds no more where rules are shown each RUN, stage and file', () => {
  const fixtures = readFixtures(fileURLToPath(new URL('../fixtures/dockerfile', import.meta.url)));
  const texts = fixtures.flatMap(({ cases }) => cases.flatMap(({ files }) => files.map(({ text }) => text)));
  expect(texts.length).toBeGreaterThan(500);
  for (const text of texts) sameFor(text);
});

it('finds no more in any text', () => {
  fc.assert(fc.property(dockerfileText, sameFor), { numRuns: 300 });
});

const rule = declared[0] as DockerfileRule;
const check = (about: readonly string[] | undefined) => ({ check: { rule, run: () => undefined }, about });

it('chooses what is about one of the keys, in the order of the rules', () => {
  const [apt, all, both, npm] = [check(['apt']), check(undefined), check(['apt', 'npm']), check(['npm'])];
  const choice = Choice.among([apt, all, both, npm]);
  const chosen = (...keys: readonly (string | undefined)[]) =>
    keys.reduce((at, key) => at.with(key), choice).checks;
  expect(chosen()).toEqual([all.check]);
  expect(chosen('rm', undefined)).toEqual([all.check]);
  expect(chosen('npm')).toEqual([all.check, both.check, npm.check]);
  expect(chosen('npm', 'apt', 'npm')).toEqual([apt.check, all.check, both.check, npm.check]);
});

it('takes the same steps once', () => {
  const choice = Choice.among([check(['apt']), check(['npm'])]);
  expect(choice.with('apt').with('npm')).toBe(choice.with('apt').with('npm'));
  expect(choice.with('apt').with('apt').with('rm')).toBe(choice.with('apt'));
});

it('goes on choosing once it has forgotten its steps', () => {
  const names = Array.from({ length: 80 }, (_, index) => `program${index}`);
  const choice = Choice.among(names.map((name) => check([name])));
  for (const first of names)
    for (const second of names)
      expect(choice.with(first).with(second).checks).toHaveLength(first === second ? 1 : 2);
});
