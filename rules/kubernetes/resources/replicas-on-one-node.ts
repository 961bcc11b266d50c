import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { keepsNodesApart } from '../model/anti-affinity';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'replicas-on-one-node',
  topic: 'D7',
  severity: 'info',
  profile: 'all',
  title: 'Workload with several pods that may share a node',
  why: 'When all pods of a workload stand on one node, its loss is that of the workload.',
  remedy: 'Set `podAntiAffinity` by the labels of the pods with the topology key `kubernetes.io/hostname`.',
  aliases: ['kube-linter:no-anti-affinity'],
  references: [
    kubernetesDocs('concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity', 'Affinity'),
  ],

  object(object, { report }) {
    const replicas = object.cursor.path('spec', 'replicas');
    if ((replicas.number ?? 1) < 2) return;
    for (const pod of object.pods) {
      if (!pod.isPatch && !keepsNodesApart(pod))
        report(
          replicas,
          say`${pod.title} has several pods, which may share one node. Keep them apart with podAntiAffinity.`,
        );
    }
  },
});
