import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { lacksAmount, requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'memory-amount',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a memory request or limit',
  why: 'Without a request the scheduler does not count the memory, and the pod is among the first that are evicted when the node runs out.',
  remedy: 'Set `resources.requests.memory` to what the container needs on an ordinary day.',
  aliases: ['CKV_K8S_12'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (!lacksAmount(container, 'memory')) return;
    report(
      requestOf(container, 'memory'),
      say`${container.title} has neither a memory request nor a limit. Set resources.requests.memory.`,
    );
  },
});
