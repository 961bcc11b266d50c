import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { addedCapabilities } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'escalation-by-any-setting',
  topic: 'B3',
  severity: 'warning',
  profile: 'all',
  title: 'A setting lets a container gain privileges',
  why: 'Privilege escalation is on where it is allowed, and always for a privileged container and one with CAP_SYS_ADMIN.',
  remedy: 'Set `allowPrivilegeEscalation: false`, and remove `privileged` and CAP_SYS_ADMIN.',
  aliases: ['kube-linter:privilege-escalation-container'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    const { securityContext } = container;
    const settings = [
      securityContext.at('allowPrivilegeEscalation'),
      securityContext.at('privileged'),
    ].filter(({ boolean }) => boolean === true);
    const systemAdmins = addedCapabilities(container).filter((item) =>
      ['SYS_ADMIN', 'CAP_SYS_ADMIN'].includes(item.string ?? ''),
    );
    const [first] = [...settings, ...systemAdmins];
    if (first) report(first, say`${container.title} may gain privileges by this setting. Remove it.`);
  },
});
