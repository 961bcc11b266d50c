import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { denyPolicyFixes } from './model/deny-policy';
import { coverage } from './model/network-policies';

export default workspaceRule({
  id: 'network-policy-without-ingress',
  topic: 'E1',
  severity: 'warning',
  profile: 'recommended',
  title: 'The NetworkPolicies of the workload leave its ingress open',
  why: 'Traffic that no policy restricts is allowed: every pod of the cluster can connect to this workload.',
  remedy:
    'Add a NetworkPolicy of type Ingress that selects the pods and allows only the traffic that they need.',
  aliases: [],
  references: [kubernetesDocs('concepts/services-networking/network-policies/', 'Network Policies')],
  fix: 'review',
  asks: 'pods',

  workspace(pods, context) {
    for (const { pod, ingress, egress } of coverage(pods, context)) {
      if (ingress.length > 0 || egress.length === 0) continue;
      context.report(
        pod,
        say`The NetworkPolicies that select ${pod.title} say nothing about ingress, so its pods take connections from anywhere. Add a policy of type Ingress.`,
        {
          fix: denyPolicyFixes(pod, ['Ingress'], context),
          related: egress.map((policy) => ({
            uri: policy.uri,
            span: policy.span,
            message: say`NetworkPolicy \`${policy.name}\` selects these pods for egress only`,
          })),
        },
      );
    }
  },
});
