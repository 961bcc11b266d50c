import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasLimit, limitOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cpu-limit',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a CPU limit',
  why: 'Without a limit one container can take the whole CPU of its node from all others, whether by mistake or by an attacker who mines coins in it.',
  remedy: 'Set `resources.limits.cpu` to what the container needs at most.',
  aliases: ['CKV_K8S_11', 'KSV-0011', 'kics:4ac0e2b7-d2d2-4af7-8799-e8de6721ccda', 'C-0270'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    if (hasLimit(container, 'cpu')) return;
    report(limitOf(container, 'cpu'), say`${container.title} has no CPU limit. Set resources.limits.cpu.`);
  },
});
