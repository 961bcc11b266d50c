import { expect, it } from 'vitest';
import { editDistance } from '../../rules/words';

it.each([
  ['privileged', 'privileged', 0],
  ['privileged', 'priviledged', 1],
  ['privileged', 'priviledgd', 2],
  ['ports', 'port', 1],
  ['hostNetwork', 'hostNetwrok', 1],
  ['env', 'image', 3],
])('from %s to %s are %i steps', (a, b, steps) => {
  expect(Math.min(editDistance(a, b, 2), 3)).toBe(steps);
  expect(Math.min(editDistance(b, a, 2), 3)).toBe(steps);
});
