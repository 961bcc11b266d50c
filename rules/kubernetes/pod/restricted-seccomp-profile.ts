import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { restrictedSeccompProfile } from '../model/pod-security/profiles';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'restricted-seccomp-profile',
  topic: 'B6',
  severity: 'warning',
  profile: 'all',
  title: 'Pod breaks the restricted standard for seccomp',
  why: 'At restricted, Pod Security asks for the seccomp profile `RuntimeDefault` or `Localhost` for the pod or for each container.',
  remedy: 'Set `seccompProfile.type: RuntimeDefault` in the security context of the pod.',
  aliases: ['psa:seccompProfile_restricted'],
  references: [podSecurityStandards.restricted],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of restrictedSeccompProfile(pod, version)) {
      const { place, container, edits } = violation;
      report(
        place.exists || container ? place : pod,
        say`${subjectOf(pod, violation)} does not ask for the seccomp profile RuntimeDefault or Localhost, as restricted wants.`,
        { fix: { title: say`Use the default seccomp profile of the runtime`, edits } },
      );
    }
  },
});
