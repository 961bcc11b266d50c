import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'liveness-probe-of-any-pod',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a liveness probe, in a Job too',
  why: 'A container that hangs, maybe after an attack, is only started anew if a probe tells.',
  remedy: 'Set `livenessProbe` to a request that tells the state of the container.',
  aliases: ['kube-linter:no-liveness-probe'],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
      'Configure probes',
    ),
  ],

  container(container, { report }) {
    if (container.type !== 'container' || container.pod.isPatch) return;
    const probe = container.cursor.at('livenessProbe');
    if (!probe.exists) report(probe, say`${container.title} has no liveness probe. Set livenessProbe.`);
  },
});
