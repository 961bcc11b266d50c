import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { hostPathVolumesOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'docker-socket',
  topic: 'B1',
  severity: 'error',
  profile: 'all',
  title: 'Pod mounts the socket of Docker',
  why: 'Whoever can talk to Docker is root on the node.',
  remedy: 'Remove the volume.',
  aliases: ['CKV_K8S_27', 'KSV-0006', 'kics:a6f34658-fdfb-4154-9536-56d516f65828', 'kubesec:DockerSock'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    for (const { hostPath } of hostPathVolumesOf(pod)) {
      const path = hostPath.get('path');
      if (path.string === '/var/run/docker.sock')
        report(path, say`${pod.title} mounts the socket of Docker. Remove the volume.`);
    }
  },
});
