import { say } from '../../message';
import { kubernetesDocs, podSecurityStandards } from '../../references';
import { hostPathVolumesOf, runtimeOfSocket } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'runtime-socket',
  topic: 'B1',
  severity: 'error',
  profile: 'essential',
  title: 'Container may talk to the container runtime of its node',
  why: 'Whoever can talk to Docker, containerd or CRI-O can start a privileged container: it is root on the node. A read-only mount changes nothing, as a socket is not written to but talked to.',
  remedy:
    'Remove the volume. Build images with rootless BuildKit or Kaniko, watch containers through the API of Kubernetes.',
  aliases: ['C-0074'],
  references: [
    podSecurityStandards.baseline,
    kubernetesDocs('concepts/storage/volumes/#hostpath', 'hostPath volumes'),
  ],

  pod(pod, { report }) {
    for (const { hostPath, path } of hostPathVolumesOf(pod)) {
      const runtime = runtimeOfSocket(path ?? '');
      if (runtime)
        report(
          hostPath.get('path'),
          say`${pod.title} mounts the socket of ${runtime}, with which its containers are root on the node. Remove the volume.`,
        );
    }
  },
});
