import { say } from '../../message';
import { kubernetesDocs } from '../../references';
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
    for (const [field, values] of [
      [spec.get('maxUnavailable'), ['0', '0%']],
      [spec.get('minAvailable'), ['100%']],
    ] as const) {
      if (values.some((value) => value === field.text))
        report(
          field,
          say`${object.title} lets no pod ever be moved, so nodes cannot be drained for security updates. Allow one at least.`,
        );
    }
  },
});
