import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-service-account',
  topic: 'D2',
  severity: 'info',
  profile: 'all',
  title: 'Pod runs as the default service account',
  why: 'All pods of a namespace share the default account. What it may do for one of them, all may do.',
  remedy: 'Make a service account for the workload and name it in `serviceAccountName`.',
  aliases: ['kics:591ade62-d6b0-4580-b1ae-209f80ba1cd9'],
  references: [kubernetesDocs('concepts/security/service-accounts/', 'Service accounts')],

  pod(pod, { report }) {
    const name = pod.spec.at('serviceAccountName');
    const old = pod.spec.at('serviceAccount');
    if (name.isUnresolved || old.isUnresolved || pod.isPatch) return;
    const account = name.string || old.string || 'default';
    if (account !== 'default') return;
    report(
      name.exists ? name : pod,
      say`${pod.title} runs as the service account default, which all pods of its namespace share. Give it an account of its own.`,
    );
  },
});
