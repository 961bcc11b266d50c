import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-service-account-with-token',
  topic: 'D2',
  severity: 'info',
  profile: 'all',
  title: 'Pod gets the token of the default service account',
  why: 'All pods of a namespace share the default account. What it may do for one of them, all may do.',
  remedy:
    'Make a service account for the workload and name it in `serviceAccountName`, or set `automountServiceAccountToken: false`.',
  aliases: ['kube-linter:default-service-account'],
  references: [kubernetesDocs('concepts/security/service-accounts/', 'Service accounts')],

  pod(pod, { report }) {
    const name = pod.spec.at('serviceAccountName');
    const old = pod.spec.at('serviceAccount');
    const token = pod.spec.at('automountServiceAccountToken');
    if (name.isUnresolved || old.isUnresolved || token.isUnresolved || pod.isPatch) return;
    if ((name.string || old.string || 'default') !== 'default' || token.boolean === false) return;
    report(
      name.exists ? name : pod,
      say`${pod.title} gets the token of the service account default, which all pods of its namespace share. Give it an account of its own, or no token.`,
    );
  },
});
