import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'disruption-budget-without-policy',
  topic: 'B9',
  severity: 'warning',
  profile: 'all',
  title: 'Disruption budget that says nothing',
  why: 'Without `minAvailable` or `maxUnavailable` the budget allows whatever the default is, not what its author had in mind.',
  remedy: 'Set one of the two.',
  aliases: ['kube-score:poddisruptionbudget-has-policy'],
  references: [kubernetesDocs('tasks/run-application/configure-pdb/', 'Disruption budgets')],

  object(object, { report }) {
    if (!isKind(object, 'policy', 'PodDisruptionBudget')) return;
    const spec = object.cursor.get('spec');
    if (!spec.isMap || spec.get('minAvailable').exists || spec.get('maxUnavailable').exists) return;
    report(object, say`${object.title} sets neither minAvailable nor maxUnavailable. Set one of them.`);
  },
});
