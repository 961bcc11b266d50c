import fc from 'fast-check';
import { expect, it } from 'vitest';
import { podSecurityChecks } from '../../rules/kubernetes/model/pod-security';
import { manifest, podOf } from './arbitrary';

it('a check changes its verdict at no other version than it says', () => {
  fc.assert(
    fc.property(manifest, ({ text }) => {
      const pod = podOf(text);
      for (const { about, changes, find } of Object.values(podSecurityChecks)) {
        const isBroken = (minor: number): boolean => find(pod, { minor }).length > 0;
        const told = changes.flatMap((change) => (change.concerns(pod) ? [change.minor] : []));
        for (let minor = 1; minor <= 40; minor++)
          if (isBroken(minor) !== isBroken(minor - 1)) expect(told, `${about} at ${minor}`).toContain(minor);
      }
    }),
    { numRuns: 60 },
  );
});
