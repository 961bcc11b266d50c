import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'topology-spread',
  topic: 'D7',
  severity: 'warning',
  profile: 'all',
  title: 'Topology spread constraint that is not complete',
  why: 'The API server refuses such a constraint, or it spreads nothing.',
  remedy: 'Set `maxSkew`, `topologyKey`, `whenUnsatisfiable` and `labelSelector`.',
  aliases: ['kube-score:pod-topology-spread-constraints'],
  references: [
    kubernetesDocs(
      'concepts/scheduling-eviction/topology-spread-constraints/',
      'Topology spread constraints',
    ),
  ],

  pod(pod, { report }) {
    for (const constraint of pod.spec.at('topologySpreadConstraints').items) {
      if (!constraint.isMap) continue;
      const missing = missingOf(constraint as Cursor);
      if (missing !== undefined)
        report(
          constraint,
          say`A topology spread constraint of ${pod.title} has no valid ${missing}. Set it.`,
        );
    }
  },
});

function missingOf(constraint: Cursor): string | undefined {
  const skew = constraint.get('maxSkew');
  if (!skew.isUnresolved && !((skew.number ?? 0) > 0)) return 'maxSkew';
  if (constraint.get('minDomains').number === 0) return 'minDomains';
  if (!constraint.get('labelSelector').exists) return 'labelSelector';
  if ((constraint.get('topologyKey').text ?? '') === '') return 'topologyKey';
  const action = constraint.get('whenUnsatisfiable');
  if (action.isUnresolved || action.string === 'DoNotSchedule' || action.string === 'ScheduleAnyway')
    return undefined;
  return 'whenUnsatisfiable';
}
