import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { setAny } from '../../yaml/edit';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'unhealthy-pod-eviction',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Disruption budget that keeps broken pods',
  why: 'By default pods that are not ready hold up the drain of a node, though nobody misses them.',
  remedy: 'Set `unhealthyPodEvictionPolicy: AlwaysAllow`.',
  aliases: ['kube-linter:pdb-unhealthy-pod-eviction-policy'],
  references: [kubernetesDocs('tasks/run-application/configure-pdb/', 'Disruption budgets')],
  fix: 'review',

  object(object, { report }) {
    if (!isKind(object, 'policy', 'PodDisruptionBudget')) return;
    const spec = object.cursor.get('spec');
    const policy = spec.get('unhealthyPodEvictionPolicy');
    if (spec.isMap && !policy.exists)
      report(
        object,
        say`${object.title} does not say what is to be done with pods that are broken. Set unhealthyPodEvictionPolicy.`,
        {
          fix: {
            title: say`Set unhealthyPodEvictionPolicy to AlwaysAllow`,
            edits: [setAny(policy, 'AlwaysAllow')],
          },
        },
      );
  },
});
