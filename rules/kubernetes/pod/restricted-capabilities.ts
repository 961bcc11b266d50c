import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { restrictedCapabilities } from '../model/pod-security/capabilities';
import { subjectOf } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'restricted-capabilities',
  topic: 'B5',
  severity: 'warning',
  profile: 'all',
  title: 'Container breaks the restricted standard for capabilities',
  why: 'At restricted, Pod Security asks every container to drop `ALL` by that name, and to add back `NET_BIND_SERVICE` at most.',
  remedy: 'Set `drop: [ALL]`, and add nothing but `NET_BIND_SERVICE`.',
  aliases: ['psa:capabilities_restricted'],
  references: [podSecurityStandards.restricted],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of restrictedCapabilities(pod, version)) {
      const { place, edits } = violation;
      report(
        place,
        place.name === 'drop'
          ? say`${subjectOf(pod, violation)} does not drop ALL, which restricted asks for.`
          : say`${subjectOf(pod, violation)} adds \`${place.string ?? ''}\`, and restricted allows NET_BIND_SERVICE only.`,
        {
          fix: {
            title: place.name === 'drop' ? say`Drop ALL` : say`Allow NET_BIND_SERVICE only`,
            edits,
          },
        },
      );
    }
  },
});
