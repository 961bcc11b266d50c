import { say } from '../message';
import { cisKubernetes, kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { denyPolicyFixes } from './model/deny-policy';
import { coverage } from './model/network-policies';

export default workspaceRule({
  id: 'missing-network-policy',
  topic: 'E1',
  severity: 'warning',
  profile: 'recommended',
  title: 'No NetworkPolicy selects the workload',
  why: 'Without a NetworkPolicy every pod of the cluster can reach this workload, and the workload can reach everything: one stolen container is a way to all others.',
  remedy:
    'Add a NetworkPolicy that selects the pods and allows only the traffic that they need. Start from one that denies all.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/services-networking/network-policies/', 'Network Policies'),
    cisKubernetes('5.3.2'),
  ],
  fix: 'review',
  asks: 'pods',

  workspace(pods, context) {
    for (const { pod, ingress, egress } of coverage(pods, context)) {
      if (ingress.length > 0 || egress.length > 0) continue;
      context.report(
        pod,
        say`No NetworkPolicy in this workspace selects the pods of ${pod.title}, so anything may connect to them and they may connect to anything. Add one that allows only what they need.`,
        {
          fix: denyPolicyFixes(pod, ['Ingress', 'Egress'], context),
        },
      );
    }
  },
});
