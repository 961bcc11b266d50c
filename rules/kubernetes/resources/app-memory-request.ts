import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { lacksRequest, requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'app-memory-request',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'App container without a memory request',
  why: 'Without a request the scheduler does not count the memory, and the pod is among the first that are evicted when the node runs out.',
  remedy: 'Set `resources.requests.memory` to what the container needs on an ordinary day.',
  aliases: ['polaris:memoryRequestsMissing'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (!lacksRequest(container, 'memory')) return;
    report(
      requestOf(container, 'memory'),
      say`${container.title} has no memory request. Set resources.requests.memory.`,
    );
  },
});
