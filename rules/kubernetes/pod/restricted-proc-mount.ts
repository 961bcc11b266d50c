import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { restrictedProcMount } from '../model/pod-security/privileges';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'restricted-proc-mount',
  topic: 'B4',
  severity: 'warning',
  profile: 'all',
  title: 'Pod breaks the restricted standard for /proc',
  why: 'At restricted, Pod Security allows no other view of /proc than the default, in a user namespace either.',
  remedy: 'Remove `procMount`.',
  aliases: ['psa:procMount_restricted'],
  references: [podSecurityStandards.restricted],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of restrictedProcMount(pod, version)) {
      const { place, edits } = violation;
      report(
        place,
        say`${subjectOf(pod, violation)} sets procMount to \`${place.string ?? ''}\`, and restricted allows Default only.`,
        {
          fix: { title: say`Remove procMount`, edits },
        },
      );
    }
  },
});
