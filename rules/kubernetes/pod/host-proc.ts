import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { hostPathVolumesOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-proc',
  topic: 'B7',
  severity: 'error',
  profile: 'all',
  title: "Pod mounts the node's /proc",
  why: 'The processes of all other containers show there, and what can be written there changes the kernel of the node.',
  remedy: 'Remove the volume.',
  aliases: ['kubesec:ProcMount'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    for (const { hostPath, path } of hostPathVolumesOf(pod))
      if (path === '/proc' || path?.startsWith('/proc/'))
        report(hostPath.get('path'), say`${pod.title} mounts ${path} of its node. Remove the volume.`);
  },
});
