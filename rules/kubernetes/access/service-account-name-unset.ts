import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'service-account-name-unset',
  topic: 'D2',
  severity: 'info',
  profile: 'all',
  title: 'Pod that names no service account',
  why: 'Such a pod runs as the default account, which all pods of its namespace share.',
  remedy: 'Make a service account for the workload and name it in `serviceAccountName`.',
  aliases: ['kubesec:ServiceAccountName'],
  references: [kubernetesDocs('concepts/security/service-accounts/', 'Service accounts')],

  pod(pod, { report }) {
    const name = pod.spec.at('serviceAccountName');
    if (name.exists || name.isUnresolved || pod.isPatch) return;
    report(pod, say`${pod.title} names no service account. Set serviceAccountName.`);
  },
});
