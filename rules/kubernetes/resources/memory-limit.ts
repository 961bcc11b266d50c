import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasLimit, limitOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'memory-limit',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a memory limit',
  why: 'Without a limit one container can take all the memory of its node, and the kernel then kills whatever it picks.',
  remedy: 'Set `resources.limits.memory` to what the container needs at most.',
  aliases: ['CKV_K8S_13', 'KSV-0018', 'kics:b14d1bc4-a208-45db-92f0-e21f8e2588e9', 'C-0271'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    if (hasLimit(container, 'memory')) return;
    report(
      limitOf(container, 'memory'),
      say`${container.title} has no memory limit. Set resources.limits.memory.`,
    );
  },
});
