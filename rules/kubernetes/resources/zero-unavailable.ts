import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'zero-unavailable',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Disruption budget with maxUnavailable 0',
  why: 'A node with such a pod cannot be drained.',
  remedy: 'Set `maxUnavailable` to 1 or more.',
  aliases: ['kube-linter:pdb-max-unavailable'],
  references: [kubernetesDocs('tasks/run-application/configure-pdb/', 'Disruption budgets')],

  object(object, { report }) {
    if (!isKind(object, 'policy', 'PodDisruptionBudget')) return;
    const spec = object.cursor.get('spec');
    const most = spec.get('maxUnavailable');
    if (most.text === '0' || most.text === '0%')
      report(most, say`${object.title} never lets a pod be moved. Set maxUnavailable to 1 or more.`);
  },
});
