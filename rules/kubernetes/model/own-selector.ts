import type { Place } from '../../rule';
import type { Cursor } from '../../yaml/cursor';
import { selectorOf } from './facts';
import { type KubernetesObject, labelsOf } from './object';
import { isWhole } from './pod';
import { selects } from './selector';

/** What the selector of a workload asks for and the labels of its own template do not meet. */
export function unmetBySelf(object: KubernetesObject): readonly Cursor[] {
  const spec = object.cursor.get('spec');
  if (!spec.get('template').isMap) return [];
  const selector = spec.get('selector');
  const labels = spec.path('template', 'metadata', 'labels');
  const pairs = (selector.get('matchLabels').fields as Cursor[]).filter((wanted) => {
    const label = labels.get(wanted.name);
    return !wanted.isUnresolved && !label.isUnresolved && label.text !== wanted.text;
  });
  return [...pairs, ...unmetConditions(selector, labels)];
}

function unmetConditions(selector: Cursor, labels: Cursor): Cursor[] {
  const own = labelsOf(labels);
  const { matchExpressions = [] } = selectorOf(selector);
  return selector.get('matchExpressions').items.filter((item, index) => {
    const condition = matchExpressions[index];
    const isOpen =
      labels.get(condition?.key ?? '').isUnresolved ||
      [item.get('key'), ...item.get('values').items].some((part) => part.isUnresolved);
    return condition !== undefined && !isOpen && !selects({ matchExpressions: [condition] }, own);
  });
}

/** Where the selector of a whole workload is wrong: it is not there, or its own template does not meet it. */
export function wrongSelector(
  object: KubernetesObject,
  isMissing: (selector: Cursor) => boolean,
): Place | undefined {
  const selector = object.cursor.get('spec').get('selector');
  if (selector.isUnresolved || !isWhole(object)) return undefined;
  return isMissing(selector) ? (selector.exists ? selector : object) : unmetBySelf(object)[0];
}
