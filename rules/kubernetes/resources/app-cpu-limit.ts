import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { lacksLimit, limitOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'app-cpu-limit',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'App container without a CPU limit',
  why: 'Without a limit one container can take the whole CPU of its node from all others, whether by mistake or by an attacker who mines coins in it.',
  remedy: 'Set `resources.limits.cpu` to what the container needs at most.',
  aliases: ['polaris:cpuLimitsMissing'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (!lacksLimit(container, 'cpu')) return;
    report(limitOf(container, 'cpu'), say`${container.title} has no CPU limit. Set resources.limits.cpu.`);
  },
});
