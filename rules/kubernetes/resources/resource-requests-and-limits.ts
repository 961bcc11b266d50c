import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasBoth } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'resource-requests-and-limits',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without all of the usual requests and limits',
  why: 'Requests tell the scheduler what to reserve, limits keep one container from taking what others need. One without the other does half of the work.',
  remedy: 'Set `resources.requests` and `resources.limits` for cpu and memory.',
  aliases: ['kube-score:container-resources'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    if (hasBoth(container, 'cpu') && hasBoth(container, 'memory')) return;
    report(
      container.cursor.at('resources'),
      say`${container.title} does not set requests and limits for CPU and memory. Set them in its resources.`,
    );
  },
});
