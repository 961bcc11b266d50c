import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasLimit } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'resource-limits',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a CPU or memory limit',
  why: 'Requests tell the scheduler what to reserve, limits keep one container from taking what others need. One without the other does half of the work.',
  remedy: 'Set `resources.limits` for cpu and memory.',
  aliases: ['C-0009'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    if (hasLimit(container, 'cpu') && hasLimit(container, 'memory')) return;
    report(
      container.cursor.at('resources'),
      say`${container.title} does not set both a CPU limit and a memory limit. Set them in its resources.`,
    );
  },
});
