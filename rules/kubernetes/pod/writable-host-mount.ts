import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { set } from '../../yaml/edit';
import { hostPathVolumesOf, mountsOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'writable-host-mount',
  topic: 'B7',
  severity: 'warning',
  profile: 'all',
  title: 'Container may write to files of its node',
  why: 'What a pod writes to its node stays there after the pod, and may be read or run by the node.',
  remedy: 'Set `readOnly: true` on the mount, or use a volume of the cluster.',
  aliases: ['C-0045', 'kube-linter:writable-host-mount'],
  references: [podSecurityStandards.baseline],
  fix: 'review',

  pod(pod, { report }) {
    for (const { name, hostPath } of hostPathVolumesOf(pod)) {
      for (const { container, cursor, isReadOnly } of mountsOf(pod, name)) {
        if (isReadOnly) continue;
        report(
          cursor,
          say`${container.title} may write to \`${hostPath.get('path').text ?? ''}\` of its node. Mount it read-only.`,
          { fix: { title: say`Mount it read-only`, edits: [set(cursor.at('readOnly'), true)] } },
        );
      }
    }
  },
});
