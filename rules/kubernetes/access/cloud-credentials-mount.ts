import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cloud-credentials-mount',
  topic: 'A3',
  severity: 'warning',
  profile: 'all',
  title: 'Pod mounts a file with credentials of the cloud from its node',
  why: 'With the credentials of the node a pod acts in the cloud as the node does.',
  remedy:
    'Give the workload an identity of its own (IRSA, Workload Identity), and do not mount files of the node.',
  aliases: ['C-0020'],
  references: [kubernetesDocs('concepts/security/cloud-native-security/', 'Cloud native security')],

  pod(pod, { report }) {
    for (const volume of pod.spec.at('volumes').items) {
      const path = volume.at('hostPath').at('path');
      if (!credentials.test(path.string ?? '')) continue;
      report(
        path,
        say`${pod.title} mounts ${path.string ?? ''}, where the node keeps credentials of the cloud. Give the workload an identity of its own.`,
      );
    }
  },
});

const credentials =
  /^(?:\/etc\/(?:kubernetes(?:\/azure\.json)?\/?|azure\.json)|\/etc\/?|\/|(?:\/root|\/home\/[\w.-]{1,64})\/?(?:\.(?:aws|config\/gcloud|azure)(?:\/.{0,200})?)?)$/;
