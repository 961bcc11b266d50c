import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { hostPathVolumesOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

const critical: ReadonlySet<string> = new Set([
  '/',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/proc',
  '/sys',
  '/usr',
  '/var/lib/docker',
]);

export default kubernetesRule({
  id: 'critical-host-path',
  topic: 'B7',
  severity: 'error',
  profile: 'all',
  title: 'Pod mounts a critical folder of its node',
  why: 'These folders hold what the node runs and trusts.',
  remedy: 'Remove the volume, or mount the single file that is needed.',
  aliases: ['KSV-0121'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    for (const { hostPath } of hostPathVolumesOf(pod)) {
      const path = hostPath.get('path');
      if (critical.has(path.string ?? ''))
        report(path, say`${pod.title} mounts \`${path.string ?? ''}\` of its node. Remove the volume.`);
    }
  },
});
