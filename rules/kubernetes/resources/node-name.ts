import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'node-name',
  topic: 'D7',
  severity: 'warning',
  profile: 'all',
  title: 'Pod put on a node by name',
  why: 'With `nodeName` the pod passes by the scheduler, so it heeds neither taints without effect NoExecute, nor space, nor spread.',
  remedy: 'Choose nodes by labels: `nodeSelector` or `affinity`.',
  aliases: [],
  references: [kubernetesDocs('concepts/scheduling-eviction/assign-pod-node/#nodename', 'nodeName')],

  pod(pod, { report }) {
    const name = pod.spec.at('nodeName');
    if (name.exists && !name.isUnresolved)
      report(
        name,
        say`${pod.title} is put on the node ${name.text ?? ''} past the scheduler. Choose nodes by labels.`,
      );
  },
});
