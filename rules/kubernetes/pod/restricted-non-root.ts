import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { runAsNonRoot } from '../model/pod-security/user';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'restricted-non-root',
  topic: 'B2',
  severity: 'warning',
  profile: 'all',
  title: 'Pod breaks the restricted standard for root',
  why: 'At restricted, Pod Security asks for `runAsNonRoot: true` for the pod or for each container, whatever user is named, and takes no false anywhere.',
  remedy: 'Set `runAsNonRoot: true` in the security context of the pod.',
  aliases: ['psa:runAsNonRoot'],
  references: [podSecurityStandards.restricted],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of runAsNonRoot(pod, version)) {
      const { place, container, edits } = violation;
      report(
        place.exists || container ? place : pod,
        say`${subjectOf(pod, violation)} does not set runAsNonRoot to true, as restricted wants.`,
        { fix: { title: say`Refuse to run as root`, edits } },
      );
    }
  },
});
