import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'restart-policy-unset',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Workload without a restart policy said',
  why: 'What is not said depends on the kind.',
  remedy: 'Set `restartPolicy`.',
  aliases: ['kube-linter:restart-policy'],
  references: [kubernetesDocs('concepts/workloads/pods/pod-lifecycle/#restart-policy', 'Restart policy')],

  pod(pod, { report }) {
    const policy = pod.spec.at('restartPolicy');
    if (policy.isUnresolved || pod.isPatch || policy.string === 'Always' || policy.string === 'OnFailure')
      return;
    report(
      policy.exists ? policy : pod,
      say`${pod.title} does not say that its containers are started anew. Set restartPolicy to Always or OnFailure.`,
    );
  },
});
