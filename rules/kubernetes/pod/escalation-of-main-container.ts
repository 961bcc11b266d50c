import { say } from '../../message';
import { kubernetesDocs, podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'escalation-of-main-container',
  topic: 'B3',
  severity: 'warning',
  profile: 'all',
  title: 'Container, but for those of the start, may gain privileges',
  why: 'Without `allowPrivilegeEscalation: false` setuid programs give a process more power than its parent has.',
  remedy: 'Set `allowPrivilegeEscalation: false`.',
  aliases: ['KSV-0001'],
  references: [
    podSecurityStandards.restricted,
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    const escalation = container.securityContext.at('allowPrivilegeEscalation');
    if (container.type !== 'container' || escalation.boolean === false || isUnknown(escalation)) return;
    if (!escalation.exists && container.pod.isPatch) return;
    report(escalation, say`${container.title} may gain privileges. Set allowPrivilegeEscalation to false.`);
  },
});
