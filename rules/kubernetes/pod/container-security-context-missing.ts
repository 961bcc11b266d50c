import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'container-security-context-missing',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container has no security context',
  why: 'Without one, every setting that protects the node is left to defaults.',
  remedy: 'Write a `securityContext` for the container.',
  aliases: ['CKV_K8S_30'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    const context = container.securityContext;
    if (!context.exists && !container.pod.isPatch)
      report(container, say`${container.title} has no security context. Write one.`);
  },
});
