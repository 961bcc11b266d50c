import type { NetworkPolicyFact, PodFact } from '../../facts';
import { maybeSameNamespace, selects } from '../../kubernetes/model/selector';
import type { WorkspaceFacts } from '../../workspace-rule';

/** A pod and the network policies that select it, for each direction. */
export interface PodCoverage {
  readonly pod: PodFact;
  readonly ingress: readonly NetworkPolicyFact[];
  readonly egress: readonly NetworkPolicyFact[];
}

/**
 * Which policies hold for which pods. Pods in the host's network are left out: policies do not hold for them.
 * A selector without conditions holds for its whole namespace.
 */
export function coverage(facts: WorkspaceFacts<'pods' | 'networkPolicies'>): PodCoverage[] {
  return facts.pods
    .filter((pod) => !pod.hostNetwork)
    .map((pod) => {
      const selecting = facts.networkPolicies.filter(
        (policy) =>
          maybeSameNamespace(policy.namespace, pod.namespace) && selects(policy.selector, pod.labels),
      );
      return {
        pod,
        ingress: selecting.filter((policy) => policy.ingress),
        egress: selecting.filter((policy) => policy.egress),
      };
    });
}
