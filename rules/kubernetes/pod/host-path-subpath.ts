import { say } from '../../message';
import { hostPathVolumesOf, mountsOf } from '../model/host-path';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-path-subpath',
  topic: 'A4',
  severity: 'warning',
  profile: 'recommended',
  title: 'A subPath of a folder of the node is mounted',
  why: 'Whoever can write to the folder can put a link there while the kubelet looks, and so get at any file of the node (CVE-2017-1002101, CVE-2021-25741).',
  remedy: 'Name the whole path in the volume, and mount it without `subPath`.',
  aliases: [],
  references: [{ title: 'CVE-2021-25741', url: 'https://github.com/kubernetes/kubernetes/issues/104980' }],

  pod(pod, { report }) {
    for (const { name } of hostPathVolumesOf(pod)) {
      for (const { container, cursor } of mountsOf(pod, name)) {
        const sub = [cursor.get('subPath'), cursor.get('subPathExpr')].find(
          ({ text }) => (text ?? '') !== '',
        );
        if (sub)
          report(
            sub,
            say`${container.title} mounts a subPath of a folder of its node, where a link can lead to any file. Name the whole path in the volume.`,
          );
      }
    }
  },
});
