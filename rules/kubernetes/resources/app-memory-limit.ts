import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { lacksLimit, limitOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'app-memory-limit',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'App container without a memory limit',
  why: 'Without a limit one container can take the memory of its node, until others are killed for it.',
  remedy: 'Set `resources.limits.memory` to what the container needs at most.',
  aliases: ['polaris:memoryLimitsMissing'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (!lacksLimit(container, 'memory')) return;
    report(
      limitOf(container, 'memory'),
      say`${container.title} has no memory limit. Set resources.limits.memory.`,
    );
  },
});
