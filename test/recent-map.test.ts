import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecentMap } from '../server/recent-map';

it('a map of recent things knows those that were asked for last, and what it knows is right', () => {
  const action = fc.record({
    kind: fc.constantFrom('get', 'set', 'delete'),
    key: fc.nat(12),
    value: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      const size = 4;
      const recent = new RecentMap<number, number>(size);
      const all = new Map<number, number>();
      for (const { kind, key, value } of actions) {
        const known = recent.get(key);
        if (known !== undefined || [...all.keys()].slice(-size).includes(key))
          expect(known).toBe(all.get(key));
        const last = kind === 'set' ? value : known;
        if (kind === 'set') recent.set(key, value);
        if (kind === 'delete') recent.delete(key);
        all.delete(key);
        if (kind !== 'delete' && last !== undefined) all.set(key, last);
        const keys = [...recent.keys];
        expect(keys.length).toBeLessThanOrEqual(2 * size);
        for (const one of [...all.keys()].slice(-size)) expect(keys).toContain(one);
      }
    }),
  );
});
