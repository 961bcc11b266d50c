import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'pod-security-context-missing',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Pod has no security context',
  why: 'Without one, every setting that protects the node is left to defaults.',
  remedy: 'Write a `securityContext` for the pod.',
  aliases: ['CKV_K8S_29'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  pod(pod, { report }) {
    const context = pod.securityContext;
    if (!context.exists && !pod.isPatch) report(pod, say`${pod.title} has no security context. Write one.`);
  },
});
