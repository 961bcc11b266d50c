import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { hostPathVolumesOf, mountsOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

const sensitive: ReadonlySet<string> = new Set([
  '/',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/proc',
  '/sys',
  '/usr',
]);

export default kubernetesRule({
  id: 'sensitive-host-mount',
  topic: 'B7',
  severity: 'error',
  profile: 'all',
  title: 'Container mounts a system folder of its node',
  why: 'These folders hold what the node runs and trusts.',
  remedy: 'Remove the mount, or mount the single file that is needed.',
  aliases: ['kube-linter:sensitive-host-mounts'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    for (const { name, hostPath } of hostPathVolumesOf(pod)) {
      const path = hostPath.get('path').string ?? '';
      if (!sensitive.has(path)) continue;
      for (const { container, cursor } of mountsOf(pod, name))
        report(cursor, say`${container.title} mounts \`${path}\` of its node. Remove the mount.`);
    }
  },
});
