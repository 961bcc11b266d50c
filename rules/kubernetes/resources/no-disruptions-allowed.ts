import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'no-disruptions-allowed',
  topic: 'B9',
  severity: 'warning',
  profile: 'recommended',
  title: 'Disruption budget that allows none',
  why: 'A node with such a pod cannot be drained, so it does not get security updates, or somebody deletes the budget.',
  remedy: 'Allow one pod at least to be away.',
  aliases: ['polaris:pdbDisruptionsIsZero'],
  references: [kubernetesDocs('tasks/run-application/configure-pdb/', 'Disruption budgets')],

  object(object, { report }) {
    if (!isKind(object, 'policy', 'PodDisruptionBudget')) return;
    const spec = object.cursor.get('spec');
    for (const [field, isNone] of [
      [spec.get('maxUnavailable'), (at: Cursor) => at.number === 0 || at.string === '0%'],
      [spec.get('minAvailable'), (at: Cursor) => at.string === '100%'],
    ] as const) {
      if (isNone(field))
        report(
          field,
          say`${object.title} lets no pod ever be moved, so nodes cannot be drained for security updates. Allow one at least.`,
        );
    }
  },
});
