import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, lint } from '../../rules';
import { dockerfileText } from './arbitrary';

describe('any text', () => {
  it('is linted by all rules without a failure, and findings stand inside of it', () => {
    const settings = { ...defaultSettings, profile: 'all' as const };
    fc.assert(
      fc.property(dockerfileText, (text) => {
        const report = lint({ uri: 'file:///Dockerfile', text }, settings);
        expect(report.failures).toEqual([]);
        for (const { span } of report.findings)
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
