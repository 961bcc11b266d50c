import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { effectiveGroup } from '../model/user';

export default kubernetesRule({
  id: 'low-group-id',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container has a low group id, or none',
  why: 'A number up to 10000 may be that of a group of the node, whose files the container can then reach if it gets out.',
  remedy: 'Set `runAsGroup` above 10000.',
  aliases: ['KSV-0021'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    const id = effectiveGroup(container);
    if (isUnknown(id) || (id.number ?? 0) > 10_000 || container.pod.isPatch) return;
    report(id, say`${container.title} has no group above 10000. Set runAsGroup to one.`);
  },
});
