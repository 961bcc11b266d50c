import { maybeSameNamespace } from '../kubernetes/model/selector';
import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';

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
  asks: ['pods', 'serviceAccounts'],

  workspace(facts, context) {
    for (const pod of facts.pods) {
      const account = pod.serviceAccount;
      if (account === undefined || account === '' || account === 'default') continue;
      const isThere = facts.serviceAccounts.some(
        ({ name, namespace }) => name === account && maybeSameNamespace(namespace, pod.namespace),
      );
      if (!isThere)
        context.report(
          pod,
          say`No ServiceAccount \`${account}\` in this workspace, under which ${pod.title} is to run. Correct the name, or add it.`,
        );
    }
  },
});
