import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasBoth } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ephemeral-storage',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a request or limit for ephemeral storage',
  why: 'Requests tell the scheduler what to reserve, limits keep one container from taking what others need. One without the other does half of the work.',
  remedy: 'Set `resources.requests` and `resources.limits` for ephemeral-storage.',
  aliases: ['kube-score:container-ephemeral-storage-request-and-limit'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    if (hasBoth(container, 'ephemeral-storage')) return;
    report(
      container.cursor.at('resources'),
      say`${container.title} does not set both a request and a limit for ephemeral storage. Set them in its resources.`,
    );
  },
});
