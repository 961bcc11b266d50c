import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { effectiveUser } from '../model/user';

export default kubernetesRule({
  id: 'low-user-id',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container has a low user id, or none',
  why: 'A number up to 10000 may be that of a user of the node, whose files the container can then reach if it gets out.',
  remedy: 'Set `runAsUser` above 10000.',
  aliases: ['KSV-0020'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    const id = effectiveUser(container);
    if (isUnknown(id) || (id.number ?? 0) > 10_000 || container.pod.isPatch) return;
    report(id, say`${container.title} has no user above 10000. Set runAsUser to one.`);
  },
});
