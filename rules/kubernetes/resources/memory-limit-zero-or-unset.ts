import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { quantityOf } from '../model/quantity';
import { limitOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'memory-limit-zero-or-unset',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container whose memory limit is zero or not set',
  why: 'Without a limit one container can take the memory of its node, until others are killed for it.',
  remedy: 'Set `resources.limits.memory`.',
  aliases: ['kube-linter:unset-memory-requirements'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    const limit = limitOf(container, 'memory');
    if (limit.exists && quantityOf(limit) !== 0n) return;
    report(limit, say`${container.title} has no memory limit. Set resources.limits.memory.`);
  },
});
