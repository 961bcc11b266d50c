import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { runAsUser } from '../model/pod-security/user';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'root-user',
  topic: 'B2',
  severity: 'error',
  profile: 'recommended',
  title: 'Container is set to run as root',
  why: 'Root in a container is root on the node once it gets out, and every hole in the runtime or the kernel is worth more to it.',
  remedy: 'Set `runAsUser` to the number of a user other than 0, and `runAsNonRoot: true`.',
  aliases: ['psa:runAsUser'],
  references: [
    podSecurityStandards.restricted,
    cisKubernetes('5.2.7'),
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of runAsUser(pod, version)) {
      const { place, edits } = violation;
      report(
        place,
        say`${subjectOf(pod, violation)} runs as root, which is root on the node once it gets out. Set runAsUser to another number.`,
        { fix: { title: say`Refuse to run as root`, edits } },
      );
    }
  },
});
