import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { effectiveGroup, effectiveUser, refusesRoot } from '../model/user';

export default kubernetesRule({
  id: 'root-user-or-group',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container may have the user or group of root',
  why: 'Root as user or as group reaches more of the node and of shared files than others.',
  remedy: 'Set `runAsNonRoot: true`, and a user and a group other than 0.',
  aliases: ['kube-linter:run-as-non-root'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const user = effectiveUser(container);
    const group = effectiveGroup(container);
    if (isUnknown(user) || isUnknown(group) || container.pod.isPatch) return;
    const isRoot = user.number === undefined ? !refusesRoot(container) : user.number === 0;
    if (isRoot)
      report(user, say`${container.title} may run as root. Set runAsNonRoot to true, and another user.`);
    else if (group.number === 0)
      report(group, say`${container.title} has the group of root. Set another group.`);
  },
});
