import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { denyPolicyFixes } from './model/deny-policy';
import { coverage } from './model/network-policies';

export default workspaceRule({
  id: 'network-policy-without-egress',
  topic: 'E1',
  severity: 'info',
  profile: 'recommended',
  title: 'The NetworkPolicies of the workload leave its egress open',
  why: 'Traffic that no policy restricts is allowed: an attacker in this workload can reach other services, the metadata service of the cloud and the internet.',
  remedy:
    'Add a NetworkPolicy of type Egress that selects the pods and allows only the traffic that they need.',
  aliases: [],
  references: [kubernetesDocs('concepts/services-networking/network-policies/', 'Network Policies')],
  fix: 'review',
  asks: 'pods',

  workspace(pods, context) {
    for (const { pod, ingress, egress } of coverage(pods, context)) {
      if (egress.length > 0 || ingress.length === 0) continue;
      context.report(
        pod,
        say`The NetworkPolicies that select ${pod.title} say nothing about egress, so its pods may connect to anything. Add a policy of type Egress.`,
        {
          fix: denyPolicyFixes(pod, ['Egress'], context),
          related: ingress.map((policy) => ({
            uri: policy.uri,
            span: policy.span,
            message: say`NetworkPolicy \`${policy.name}\` selects these pods for ingress only`,
          })),
        },
      );
    }
  },
});
