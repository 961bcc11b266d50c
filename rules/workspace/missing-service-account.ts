import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { serviceAccountNames } from './model/names';

export default workspaceRule({
  id: 'missing-service-account',
  topic: 'F3',
  severity: 'info',
  profile: 'all',
  title: 'Pods of a service account that is not there',
  why: 'Kubernetes makes no pod whose service account does not exist: the workload stays without pods.',
  remedy: 'Correct the name, or add the manifest of the ServiceAccount.',
  aliases: ['kube-linter:non-existent-service-account', 'C-0307'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/configure-service-account/', 'Service accounts for pods'),
  ],
  asks: 'pods',

  workspace(pods, context) {
    for (const pod of pods) {
      const account = pod.serviceAccount;
      if (account === undefined || account === '' || account === 'default') continue;
      if (!context.lookUp(serviceAccountNames).has(account, pod.namespace))
        context.report(
          pod,
          say`No ServiceAccount \`${account}\` in this workspace, under which ${pod.title} is to run. Correct the name, or add it.`,
        );
    }
  },
});
