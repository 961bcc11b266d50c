import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isRunToCompletion } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'liveness-probe',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a liveness probe',
  why: 'A container that hangs, maybe after an attack, is only started anew if a probe tells.',
  remedy: 'Set `livenessProbe` to a request that tells the state of the container.',
  aliases: [
    'CKV_K8S_8',
    'C-0056',
    'polaris:livenessProbeMissing',
    'kics:ade74944-a674-4e00-859e-c6eab5bde441',
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
    const probe = container.cursor.at('livenessProbe');
    if (!probe.exists) report(probe, say`${container.title} has no liveness probe. Set livenessProbe.`);
  },
});
