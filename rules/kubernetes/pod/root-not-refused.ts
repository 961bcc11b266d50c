import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { usersLeftToImage } from '../model/user';

export default kubernetesRule({
  id: 'root-not-refused',
  topic: 'B2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Container may run as root',
  why: 'Where the manifest names no user, the image decides, and most images run as root. `runAsNonRoot` makes the kubelet refuse to start such a container.',
  remedy:
    'Set `runAsNonRoot: true` for the pod, and `runAsUser` where the image names its user by name only.',
  aliases: [],
  references: [
    podSecurityStandards.restricted,
    cisKubernetes('5.2.7'),
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const { place, subject, edits } of usersLeftToImage(pod, version))
      report(
        place,
        say`${subject} runs as the user of its image, which may be root. Set runAsNonRoot to true.`,
        {
          fix: { title: say`Refuse to run as root`, edits },
        },
      );
  },
});
