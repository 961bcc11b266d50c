import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'empty-dir-size',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: '`emptyDir` without a size',
  why: 'Without `sizeLimit` the files of one pod can fill the disk of its node, or its memory where the medium is Memory.',
  remedy: 'Set `sizeLimit`.',
  aliases: [],
  references: [kubernetesDocs('concepts/storage/volumes/#emptydir', 'emptyDir')],

  pod(pod, { report }) {
    for (const volume of pod.spec.at('volumes').items) {
      const directory = volume.at('emptyDir');
      if (!directory.isMap || directory.at('sizeLimit').exists) continue;
      report(
        volume,
        say`Volume \`${volume.at('name').text ?? ''}\` of ${pod.title} can fill the node. Set its sizeLimit.`,
      );
    }
  },
});
