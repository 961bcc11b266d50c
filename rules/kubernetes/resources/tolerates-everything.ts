import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'tolerates-everything',
  topic: 'D7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Pod that goes to every node',
  why: 'A toleration without a key holds for every taint: the pod also runs on control-plane nodes and on those that were set apart for others.',
  remedy: 'Name the taints that the pod may ignore.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/scheduling-eviction/taint-and-toleration/', 'Taints and tolerations'),
  ],

  pod(pod, { report }) {
    // What has to run on every node is a DaemonSet, and says so.
    if (pod.object.kind === 'DaemonSet') return;
    for (const toleration of pod.spec.at('tolerations').items) {
      if (
        !toleration.isMap ||
        (toleration.at('key').text ?? '') !== '' ||
        toleration.at('operator').string !== 'Exists'
      )
        continue;
      report(
        toleration,
        say`${pod.title} tolerates every taint, so it also runs on control-plane nodes. Name the taints.`,
      );
    }
  },
});
