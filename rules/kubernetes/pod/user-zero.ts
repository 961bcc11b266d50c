import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { podContext } from '../model/security-context';

export default kubernetesRule({
  id: 'user-zero',
  topic: 'B2',
  severity: 'warning',
  profile: 'all',
  title: 'User 0 is set',
  why: 'Root in a container is root on the node once it gets out.',
  remedy: 'Set `runAsUser` to another number.',
  aliases: ['KSV-0105'],
  references: [podSecurityStandards.restricted],

  pod(pod, { report }) {
    const users = [
      podContext(pod, 'runAsUser'),
      ...pod.containers.map((container) => container.securityContext.at('runAsUser')),
    ];
    for (const user of users)
      if (user.number === 0) report(user, say`${pod.title} sets the user 0. Set another number.`);
  },
});
