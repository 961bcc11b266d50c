import { say } from '../../message';
import { kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { seLinuxOptions } from '../model/pod-security/profiles';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'selinux-options',
  topic: 'B8',
  severity: 'warning',
  profile: 'recommended',
  title: 'SELinux options take a container out of its confinement',
  why: 'A type other than those for containers, or a user or role of its own, lets a container reach files and processes of the node that SELinux keeps from it.',
  remedy: 'Remove the option, which leaves the type `container_t`. The level may be set.',
  aliases: ['psa:seLinuxOptions'],
  references: [
    podSecurityStandards.baseline,
    kubernetesDocs(
      'concepts/security/linux-kernel-security-constraints/',
      'Linux kernel security constraints',
    ),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of seLinuxOptions(pod, version)) {
      const { place, edits } = violation;
      report(
        place,
        say`${subjectOf(pod, violation)} sets the SELinux ${place.name} \`${place.string ?? ''}\`, which is not one for containers. Remove it.`,
        { fix: { title: say`Remove the SELinux ${place.name}`, edits } },
      );
    }
  },
});
