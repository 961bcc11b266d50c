import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'security-context-missing',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Pod or container has no security context',
  why: 'Without one, every setting that protects the node is left to defaults.',
  remedy: 'Write a `securityContext` for the pod and for the container.',
  aliases: ['kics:a97a340a-0063-418e-b3a1-3028941d0995', 'C-0211'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  pod(pod, { report }) {
    if (pod.isPatch) return;
    if (!pod.securityContext.exists) report(pod, say`${pod.title} has no security context. Write one.`);
    for (const container of pod.containers)
      if (!container.securityContext.exists)
        report(container, say`${container.title} has no security context. Write one.`);
  },
});
