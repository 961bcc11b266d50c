import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'readiness-probe-of-any-pod',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a readiness probe, in a Job too',
  why: 'Without it a pod gets requests before it can answer them, and goes on getting them when it cannot.',
  remedy: 'Set `readinessProbe` to a request that tells the state of the container.',
  aliases: ['kube-linter:no-readiness-probe'],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
      'Configure probes',
    ),
  ],

  container(container, { report }) {
    if (container.type !== 'container' || container.pod.isPatch) return;
    const probe = container.cursor.at('readinessProbe');
    if (!probe.exists) report(probe, say`${container.title} has no readiness probe. Set readinessProbe.`);
  },
});
