import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelSelector } from '../../rules/facts';
import { maybeSameNamespace, selects } from '../../rules/kubernetes/model/selector';
import { PodLabels } from '../../rules/workspace/model/labels';
import { Names } from '../../rules/workspace/model/names';
import { Selectors } from '../../rules/workspace/model/selectors';

// Few values, so that they meet.
const word = fc.constantFrom('a', 'b', 'c');
const namespace = fc.option(fc.constantFrom('one', 'two'), { nil: undefined });
const labels = fc.dictionary(word, word, { maxKeys: 3 });
const selector: fc.Arbitrary<LabelSelector> = fc.record(
  {
    matchLabels: labels,
    matchExpressions: fc.array(
      fc.record({
        key: word,
        operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
        values: fc.array(word, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const many = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> => fc.array(item, { maxLength: 12 });

describe('a lookup says what going through all would say', () => {
  it('of selectors that select labels', () => {
    const items = many(fc.record({ id: fc.nat(), namespace, selector }));
    fc.assert(
      fc.property(items, labels, namespace, (all, wanted, where) => {
        const selecting = all.filter(
          (item) => maybeSameNamespace(item.namespace, where) && selects(item.selector, wanted),
        );
        expect(new Selectors(all).selecting(wanted, where)).toEqual(selecting);
      }),
    );
  });

  it('of labels that are selected', () => {
    fc.assert(
      fc.property(many(fc.record({ namespace, labels })), selector, namespace, (all, wanted, where) => {
        const isSelected = all.some(
          (pod) => maybeSameNamespace(pod.namespace, where) && selects(wanted, pod.labels),
        );
        expect(new PodLabels(all).areSelected(wanted, where)).toBe(isSelected);
      }),
    );
  });

  it('of names in namespaces', () => {
    fc.assert(
      fc.property(many(fc.record({ name: word, namespace })), word, namespace, (all, name, where) => {
        const isThere = all.some((one) => one.name === name && maybeSameNamespace(one.namespace, where));
        expect(new Names(all).has(name, where)).toBe(isThere);
      }),
    );
  });
});
