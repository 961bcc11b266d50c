import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasRequest, requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'memory-request',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a memory request',
  why: 'Without a request the scheduler does not count the memory, and the pod is among the first that are evicted when the node runs out.',
  remedy: 'Set `resources.requests.memory` to what the container needs on an ordinary day.',
  aliases: ['KSV-0016', 'kics:229588ef-8fde-40c8-8756-f4f2b5825ded', 'C-0269'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    if (hasRequest(container, 'memory')) return;
    report(
      requestOf(container, 'memory'),
      say`${container.title} has no memory request. Set resources.requests.memory.`,
    );
  },
});
