import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { seccompProfile } from '../model/pod-security/profiles';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'seccomp-disabled',
  topic: 'B6',
  severity: 'warning',
  profile: 'recommended',
  title: 'Container runs without a seccomp filter',
  why: 'The seccomp filter keeps system calls that no ordinary program needs away from the kernel. Without it every hole of the kernel is in reach.',
  remedy:
    'Set the type `RuntimeDefault`, or `Localhost` with a profile of your own. From Kubernetes 1.19 on the annotations are not read any more.',
  aliases: ['psa:seccompProfile_baseline'],
  references: [
    podSecurityStandards.baseline,
    cisKubernetes('5.7.2'),
    kubernetesDocs(
      'concepts/security/linux-kernel-security-constraints/',
      'Linux kernel security constraints',
    ),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of seccompProfile(pod, version)) {
      const { place, edits } = violation;
      const written = place.isMap || !place.exists ? '' : (place.string ?? '');
      report(
        place,
        /^unconfined$/i.test(written)
          ? say`${subjectOf(pod, violation)} switches the seccomp filter off, so that every system call reaches the kernel. Take the filter of the runtime.`
          : say`${subjectOf(pod, violation)} has the seccomp profile \`${written}\`, which Kubernetes does not know. Take the filter of the runtime.`,
        { fix: { title: say`Use the default seccomp profile of the runtime`, edits } },
      );
    }
  },
});
