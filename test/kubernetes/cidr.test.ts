import { expect, it } from 'vitest';
import { cidrHolds } from '../../rules/kubernetes/model/cidr';

it.each([
  ['0.0.0.0/0', true],
  ['169.254.0.0/16', true],
  ['169.254.169.254/32', true],
  ['169.254.169.255/32', false],
  ['10.0.0.0/8', false],
  ['2001:db8::/32', false],
  ['300.0.0.0/0', false],
  ['', false],
])('%s holds the address of cloud metadata: %s', (cidr, holds) => {
  expect(cidrHolds(cidr, '169.254.169.254')).toBe(holds);
});
