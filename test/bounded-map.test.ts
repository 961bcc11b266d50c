import { expect, it } from 'vitest';
import { BoundedMap } from '../server/bounded-map';

it('a bounded map forgets all when it is full, and not before', () => {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 1).set('b', 2).set('a', 3);
  expect([...map]).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
  map.set('c', 4);
  expect([...map]).toEqual([['c', 4]]);
});
