import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { allowPrivilegeEscalation } from '../model/pod-security/privileges';
import { needsEscalation } from '../model/privilege';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'privilege-escalation',
  topic: 'B3',
  severity: 'warning',
  profile: 'recommended',
  title: 'Container may gain privileges',
  why: 'Without `allowPrivilegeEscalation: false` a program with the setuid bit or file capabilities, such as sudo, gets more power than the process that starts it.',
  remedy: 'Set `allowPrivilegeEscalation: false`. Programs that do not change their user do not notice.',
  aliases: [
    'psa:allowPrivilegeEscalation',
    'CKV_K8S_20',
    'KSV-0001',
    'kics:5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d',
    'C-0016',
    'polaris:privilegeEscalationAllowed',
  ],
  references: [
    podSecurityStandards.restricted,
    cisKubernetes('5.2.6'),
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of allowPrivilegeEscalation(pod, version)) {
      const { place, container, edits } = violation;
      const fix =
        container && needsEscalation(container)
          ? undefined
          : { title: say`Set allowPrivilegeEscalation to false`, edits };
      report(
        place,
        place.exists
          ? say`${subjectOf(pod, violation)} allows privilege escalation, so setuid programs can make it root. Set it to false.`
          : say`${subjectOf(pod, violation)} does not set allowPrivilegeEscalation, so setuid programs can make it root. Set it to false.`,
        { fix },
      );
    }
  },
});
