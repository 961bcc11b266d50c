import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'escalation-allowed',
  topic: 'B3',
  severity: 'warning',
  profile: 'all',
  title: 'Container explicitly allows privilege escalation',
  why: 'With `allowPrivilegeEscalation: true` setuid programs give a process more power than its parent has.',
  remedy: 'Set `allowPrivilegeEscalation: false`.',
  aliases: ['kubesec:AllowPrivilegeEscalation'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    const escalation = container.securityContext.at('allowPrivilegeEscalation');
    if (escalation.boolean === true)
      report(escalation, say`${container.title} explicitly allows privilege escalation. Set it to false.`);
  },
});
