import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { hostPathVolumesOf, mountsOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'mounted-docker-socket',
  topic: 'B1',
  severity: 'error',
  profile: 'all',
  title: 'Container mounts the socket of Docker',
  why: 'Whoever can talk to Docker is root on the node.',
  remedy: 'Remove the volume and its mounts.',
  aliases: ['kube-linter:docker-sock'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    for (const { name, hostPath } of hostPathVolumesOf(pod)) {
      if (!hostPath.get('path').string?.endsWith('docker.sock')) continue;
      for (const { container, cursor } of mountsOf(pod, name))
        report(cursor, say`${container.title} mounts the socket of Docker. Remove the mount.`);
    }
  },
});
