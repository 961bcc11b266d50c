import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { hostPathVolumesOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-path-outside-kube-system',
  topic: 'B7',
  severity: 'warning',
  profile: 'all',
  title: 'Pod outside of kube-system mounts files of its node',
  why: 'Only the parts of the cluster itself should touch the files of a node.',
  remedy: 'Use a volume of the cluster.',
  aliases: ['kics:aa8f7a35-9923-4cad-bd61-a19b7f6aac91'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    if (pod.object.namespace === 'kube-system') return;
    for (const { hostPath } of hostPathVolumesOf(pod))
      report(
        hostPath,
        say`${pod.title} mounts files of its node, and is not in kube-system. Use a volume of the cluster.`,
      );
  },
});
