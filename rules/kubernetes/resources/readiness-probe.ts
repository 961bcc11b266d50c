import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isRunToCompletion } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'readiness-probe',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a readiness probe',
  why: 'Without it a pod gets requests before it can answer them, and goes on getting them when it cannot.',
  remedy: 'Set `readinessProbe` to a request that tells the state of the container.',
  aliases: [
    'CKV_K8S_9',
    'C-0018',
    'polaris:readinessProbeMissing',
    'kics:a659f3b5-9bf0-438a-bd9a-7d3a6427f1e3',
  ],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
      'Configure probes',
    ),
  ],

  container(container, { report }) {
    const { pod } = container;
    if (container.type !== 'container' || pod.isPatch || isRunToCompletion(pod)) return;
    const probe = container.cursor.at('readinessProbe');
    if (!probe.exists) report(probe, say`${container.title} has no readiness probe. Set readinessProbe.`);
  },
});
