import { maybeSameNamespace, selects } from '../kubernetes/model/selector';
import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';

export default workspaceRule({
  id: 'dangling-network-policy',
  topic: 'E1',
  severity: 'info',
  profile: 'all',
  title: 'NetworkPolicy that selects no pods',
  why: 'A policy whose labels no pod has protects nothing, and the pods that it was meant for stay open.',
  remedy: 'Correct the labels of `podSelector`, or add the manifest of the pods.',
  aliases: ['kube-linter:dangling-networkpolicy', 'C-0299'],
  references: [kubernetesDocs('concepts/services-networking/network-policies/', 'Network Policies')],
  asks: ['pods', 'networkPolicies'],

  workspace(facts, context) {
    for (const policy of facts.networkPolicies) {
      const { matchLabels = {}, matchExpressions = [] } = policy.selector;
      const isForAll = Object.keys(matchLabels).length + matchExpressions.length === 0;
      const isThere = facts.pods.some(
        (pod) => maybeSameNamespace(pod.namespace, policy.namespace) && selects(policy.selector, pod.labels),
      );
      if (!isForAll && !isThere)
        context.report(
          policy,
          say`NetworkPolicy \`${policy.name}\` selects no pods of this workspace. Correct the labels of its podSelector.`,
        );
    }
  },
});
