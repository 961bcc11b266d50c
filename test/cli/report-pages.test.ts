import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../rules/index';
import { LightReport } from '../../server/cli/light-report';
import type { Linted } from '../../server/cli/lint-file';
import { type LintStore, temporaryStore } from '../../server/cli/lint-store';
import { ReportPages } from '../../server/cli/report-pages';
import { Texts } from '../../server/cli/texts';

const texts = new Texts(() => undefined);
const settings: readonly Settings[] = [defaultSettings, { ...defaultSettings, profile: 'all' }];

const lintedOf = (number: number): Linted => ({
  kinds: number % 3 === 0 ? '' : 'pods',
  facts: `{"pods":${number}}`,
  packed: `packed ä ${number}`.repeat((number % 5) + 1),
});

function reportOf(number: number, store?: LintStore, uri = `file:///w/${number}.yaml`): LightReport {
  const linted = lintedOf(number);
  const file = {
    uri,
    languageId: number % 7 === 0 ? 'yaml' : undefined,
    settings: settings[number % 2] ?? defaultSettings,
    state: number % 4 === 0 ? undefined : `${number} 1.5`,
  };
  return new LightReport(file, store?.add(linted) ?? linted, texts);
}

const told = (report: LightReport | undefined): unknown =>
  report && {
    uri: report.uri,
    languageId: report.languageId,
    settings: report.settings,
    state: report.state,
    kinds: report.linted.kinds,
    facts: report.linted.facts,
    packed: report.linted.packed,
  };

describe('packed reports', () => {
  it.each([
    ['in a file', temporaryStore()],
    ['in memory', undefined],
  ])('are those that came, in their order, with results %s', (_, store) => {
    const pages = new ReportPages(texts);
    const numbers = Array.from({ length: 2000 }, (_, number) => number);
    for (const number of numbers) {
      const report = reportOf(number, store);
      pages.set(report.uri, report);
    }
    store?.flush();
    const expected = numbers.map((number) => told(reportOf(number)));
    expect([...pages.values()].map(told)).toEqual(expected);
    expect(numbers.toReversed().map((number) => told(pages.get(`file:///w/${number}.yaml`)))).toEqual(
      expected.toReversed(),
    );
    expect(pages.get('file:///w/none.yaml')).toBeUndefined();
    expect(pages.size).toBe(2000);
  });

  it('do what a map does', () => {
    const action = fc.record({
      kind: fc.constantFrom('set', 'set', 'set', 'delete'),
      // Enough for pages, few enough to meet again.
      key: fc.nat(1500),
      value: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(action, { minLength: 1500, maxLength: 2500, size: 'max' }), (actions) => {
        const pages = new ReportPages(texts);
        const map = new Map<string, LightReport>();
        const store = temporaryStore();
        for (const { kind, key, value } of actions) {
          const uri = `file:///w/${key}`;
          const report = reportOf(value, value % 2 === 0 ? store : undefined, uri);
          if (kind === 'delete') expect(pages.delete(uri)).toBe(map.delete(uri));
          else for (const one of [pages, map]) one.set(uri, report);
        }
        store.flush();
        expect([...pages.values()].map(told)).toEqual([...map.values()].map(told));
        expect(pages.size).toBe(map.size);
        for (const { key } of actions.slice(0, 50))
          expect(told(pages.get(`file:///w/${key}`))).toEqual(told(map.get(`file:///w/${key}`)));
      }),
      { numRuns: 5 },
    );
  });
});
