import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { podLabels } from './model/labels';

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
  asks: 'networkPolicies',

  workspace(policies, context) {
    for (const policy of policies) {
      const { matchLabels = {}, matchExpressions = [] } = policy.selector;
      const isForAll = Object.keys(matchLabels).length + matchExpressions.length === 0;
      if (!isForAll && !context.lookUp(podLabels).areSelected(policy.selector, policy.namespace))
        context.report(
          policy,
          say`NetworkPolicy \`${policy.name}\` selects no pods of this workspace. Correct the labels of its podSelector.`,
        );
    }
  },
});
