import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { effectiveUser } from '../model/user';

export default kubernetesRule({
  id: 'user-id-below-10000',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container, but for those of the start, has a user id below 10000',
  why: 'A low number may be that of a user of the node, whose files the container can then reach if it gets out.',
  remedy: 'Set `runAsUser` to 10000 or more, or `hostUsers: false`.',
  aliases: ['CKV_K8S_40', 'kics:02323c00-cdc3-4fdc-a310-4f2b3e7a1660'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    const user = effectiveUser(container);
    if (container.type !== 'container' || container.pod.hasUserNamespace || (user.number ?? 0) >= 10_000)
      return;
    if (isUnknown(user) || container.pod.isPatch) return;
    report(user, say`${container.title} has no user from 10000 up. Set runAsUser to one.`);
  },
});
