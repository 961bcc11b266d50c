import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'node-affinity-unset',
  topic: 'D7',
  severity: 'info',
  profile: 'all',
  title: 'Workload without node affinity',
  why: 'Without it a pod goes to any node that has room, whatever else runs there.',
  remedy: 'Set `nodeAffinity` where nodes are set apart for kinds of work.',
  aliases: ['kube-linter:no-node-affinity'],
  references: [
    kubernetesDocs('concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity', 'Affinity'),
  ],

  pod(pod, { report }) {
    const affinity = pod.spec.at('affinity').at('nodeAffinity');
    if (!affinity.exists && !pod.isPatch)
      report(
        pod,
        say`${pod.title} goes to any node that has room. Set nodeAffinity where nodes are set apart.`,
      );
  },
});
