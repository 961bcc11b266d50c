import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'control-plane-node',
  topic: 'D7',
  severity: 'warning',
  profile: 'all',
  title: 'Pod that may run on control-plane nodes',
  why: 'Whoever breaks out of a pod on a control-plane node has the keys of the cluster.',
  remedy: 'Leave out the toleration, or the selector, for the control plane.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/scheduling-eviction/taint-and-toleration/', 'Taints and tolerations'),
  ],

  pod(pod, { report }) {
    for (const toleration of pod.spec.at('tolerations').items) {
      if (isControlPlane(toleration.at('key').text ?? ''))
        report(
          toleration,
          say`${pod.title} may run on control-plane nodes, where a breakout is worth the whole cluster. Leave the toleration out.`,
        );
    }
    for (const label of pod.spec.at('nodeSelector').fields) {
      if (isControlPlane(label.name))
        report(
          label,
          say`${pod.title} runs on control-plane nodes, where a breakout is worth the whole cluster. Choose other nodes.`,
        );
    }
  },
});

const isControlPlane = (key: string): boolean =>
  key === 'node-role.kubernetes.io/control-plane' || key === 'node-role.kubernetes.io/master';
