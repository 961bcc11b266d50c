import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { seccompUnset } from '../model/pod-security/profiles';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'seccomp-unset',
  topic: 'B6',
  severity: 'warning',
  profile: 'recommended',
  title: 'No seccomp profile is asked for',
  why: 'Unless the kubelet is set up otherwise, a container without a seccomp profile runs unconfined: every system call reaches the kernel.',
  remedy:
    'Set `seccompProfile.type: RuntimeDefault` in the security context of the pod, for all of its containers.',
  aliases: [],
  references: [
    podSecurityStandards.restricted,
    cisKubernetes('5.7.2'),
    kubernetesDocs(
      'concepts/security/linux-kernel-security-constraints/',
      'Linux kernel security constraints',
    ),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of seccompUnset(pod, version)) {
      report(
        violation.container ? violation.place : pod,
        say`${subjectOf(pod, violation)} has no seccomp profile, so every system call reaches the kernel. Set RuntimeDefault.`,
        { fix: { title: say`Use the default seccomp profile of the runtime`, edits: violation.edits } },
      );
    }
  },
});
