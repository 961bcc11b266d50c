import type { LabelSelector } from '../../facts';

type Labels = Readonly<Record<string, string>>;

const has = (labels: Labels, key: string): boolean => Object.hasOwn(labels, key);

/**
 * True where a label selector selects labels, as the API machinery does: every condition must hold, an empty selector
 * selects all. An operator that does not exist selects nothing, since the API refuses it.
 */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  const pairs = Object.entries(selector.matchLabels ?? {});
  if (!pairs.every(([key, value]) => has(labels, key) && labels[key] === value)) return false;
  return (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
    switch (operator) {
      case 'In':
        return has(labels, key) && values.includes(labels[key] ?? '');
      case 'NotIn':
        return !has(labels, key) || !values.includes(labels[key] ?? '');
      case 'Exists':
        return has(labels, key);
      case 'DoesNotExist':
        return !has(labels, key);
      default:
        return false;
    }
  });
}

/**
 * True where two namespaces may be the same. A file that names none is applied to whatever namespace is chosen then, so
 * it may be any.
 */
export const maybeSameNamespace = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;
