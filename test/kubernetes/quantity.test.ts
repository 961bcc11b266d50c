import { describe, expect, it } from 'vitest';
import { parseQuantity, quantityOf } from '../../rules/kubernetes/model/quantity';
import { Cursor } from '../../rules/yaml/cursor';
import { parseYaml } from '../../rules/yaml/document';

describe('quantities', () => {
  it.each([
    ['100m', '0.1'],
    ['1Gi', '1073741824'],
    ['1e3', '1k'],
    ['1E', '1000000000000000000'],
    ['1E3', '1000'],
    ['1.5Gi', '1536Mi'],
    ['.5', '500m'],
    ['1.', '1'],
    ['128974848', '128974848000m'],
    ['1u', '1000n'],
    ['+1', '1'],
  ])('%s is %s', (a, b) => {
    expect(parseQuantity(a)).toBeDefined();
    expect(parseQuantity(a)).toBe(parseQuantity(b));
  });

  it('rounds up what is finer than a billionth', () => {
    expect(parseQuantity('0.0000000001')).toBe(1n);
  });

  it.each(['', '.', 'm', '1 Gi', '1GB', '512MB', '1gi', '1K', 'e3', '1e', '0x10', '1,5'])(
    '%s is none',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );

  it.each([
    ['1', '1'],
    ['0.5', '500m'],
    ['.5', '500m'],
    ['1e3', '1000'],
    ['+1.5e3', '1500'],
    ['100m', '100m'],
    ['1Gi', '1Gi'],
    ['1E', '1E'],
    ['9223372036854775807', '9223372036854775807'],
    ['0x10', '16'],
    ['0o17', '15'],
    ['010', '8'],
    ['1_000', '1000'],
    ['"0.5"', '500m'],
  ])('%s in a manifest is %s', (written, meant) => {
    const cursor = Cursor.root(parseYaml(`cpu: ${written}\n`)).path('cpu');
    expect(parseQuantity(meant)).toBeDefined();
    expect(quantityOf(cursor)).toBe(parseQuantity(meant));
  });

  it.each(['"0x10"', '"1_000"', 'true', '~', '1 Gi', '"{{ .Values.cpu }}"'])(
    '%s in a manifest is none',
    (written) => {
      expect(quantityOf(Cursor.root(parseYaml(`cpu: ${written}\n`)).path('cpu'))).toBeUndefined();
    },
  );
});
