import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-security-context',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Pod leaves its security context at the defaults',
  why: 'Without one, every setting that protects the node is left to defaults.',
  remedy: 'Write a `securityContext` for the pod.',
  aliases: ['KSV-0118'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  pod(pod, { report }) {
    const context = pod.spec.at('securityContext');
    if (context.isUnresolved || context.fields.length > 0 || pod.isPatch) return;
    report(
      context.exists ? context : pod,
      say`${pod.title} leaves its security context at the defaults. Write one.`,
    );
  },
});
