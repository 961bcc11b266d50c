import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isRunToCompletion } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'topology-spread-unset',
  topic: 'D7',
  severity: 'info',
  profile: 'all',
  title: 'Pod without a topology spread constraint',
  why: 'Without one the scheduler may put most pods of a workload into one zone.',
  remedy: 'Set `topologySpreadConstraints` with the labels of the pods.',
  aliases: ['polaris:topologySpreadConstraint'],
  references: [
    kubernetesDocs(
      'concepts/scheduling-eviction/topology-spread-constraints/',
      'Topology spread constraints',
    ),
  ],

  pod(pod, { report }) {
    if (isRunToCompletion(pod) || pod.isPatch) return;
    const constraints = pod.spec.at('topologySpreadConstraints');
    if (constraints.items.length === 0)
      report(
        constraints.exists ? constraints : pod,
        say`${pod.title} may be put into one zone as a whole. Set topologySpreadConstraints.`,
      );
  },
});
