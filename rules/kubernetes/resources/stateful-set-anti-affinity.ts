import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { keepsApart } from '../model/anti-affinity';
import { isStatefulSet } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'stateful-set-anti-affinity',
  topic: 'D7',
  severity: 'info',
  profile: 'all',
  title: 'StatefulSet whose pods may share a node',
  why: 'When all pods of a workload stand on one node, whoever takes the node has all of them, and its loss is that of the workload.',
  remedy: 'Set `podAntiAffinity` by the labels of the pods with the topology key `kubernetes.io/hostname`.',
  aliases: ['kube-score:statefulset-has-host-podantiaffinity', 'kics:d740d048-8ed3-49d3-b77b-6f072f3b669e'],
  references: [
    kubernetesDocs('concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity', 'Affinity'),
  ],

  object(object, { report }) {
    if (!isStatefulSet(object)) return;
    const replicas = object.cursor.path('spec', 'replicas');
    for (const pod of object.pods) {
      if (pod.isPatch || replicas.isUnresolved || (replicas.number ?? 2) < 2 || keepsApart(pod)) continue;
      report(pod, say`${pod.title} may have all its pods on one node. Keep them apart with podAntiAffinity.`);
    }
  },
});
