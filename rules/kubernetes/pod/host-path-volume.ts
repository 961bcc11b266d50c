import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { describeHostPath, hostPathVolumesOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-path-volume',
  topic: 'B7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Pod mounts files of its node',
  why: "A hostPath volume shares files of the node with a pod. Depending on the path that gives away the node's secrets, its programs or the kernel, and it survives the pod.",
  remedy:
    'Use a volume of the cluster: an emptyDir, a PersistentVolumeClaim, a ConfigMap, or the projected token.',
  aliases: ['psa:hostPathVolumes', 'KSV-0023', 'C-0048', 'polaris:hostPathSet'],
  references: [
    podSecurityStandards.baseline,
    cisKubernetes('5.2.12'),
    kubernetesDocs('concepts/storage/volumes/#hostpath', 'hostPath volumes'),
  ],

  pod(pod, { report }) {
    for (const volume of hostPathVolumesOf(pod)) {
      const { danger, isSevere } = describeHostPath(pod, volume);
      report(
        volume.hostPath,
        danger
          ? say`${pod.title} mounts \`${volume.path ?? ''}\` of its node: ${danger}. Use a volume of the cluster.`
          : say`${pod.title} mounts files of its node, which other pods and the node itself use too. Use a volume of the cluster.`,
        { severity: isSevere ? 'error' : 'warning' },
      );
    }
  },
});
