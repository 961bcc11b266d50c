import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasLimit, hasRequest } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'memory-request-and-limit',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a memory request or limit',
  why: 'Requests tell the scheduler what to reserve, limits keep one container from taking what others need. One without the other does half of the work.',
  remedy: 'Set `resources.requests` and `resources.limits` for memory.',
  aliases: ['C-0004'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    if (hasRequest(container, 'memory') && hasLimit(container, 'memory')) return;
    report(
      container.cursor.at('resources'),
      say`${container.title} does not set both a memory request and a memory limit. Set them in its resources.`,
    );
  },
});
