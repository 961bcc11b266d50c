import type { NetworkPolicyFact, PodFact } from '../../facts';
import { lookup, type Shown, shown } from '../../lookup';
import type { WorkspaceContext } from '../../workspace-rule';
import { Selectors } from './selectors';

/** A pod and the network policies that select it, for each direction. */
export interface PodCoverage {
  readonly pod: PodFact;
  readonly ingress: readonly PolicyPlace[];
  readonly egress: readonly PolicyPlace[];
}

type PolicyPlace = Shown<NetworkPolicyFact>;

const policies = lookup('networkPolicies', shown, (all) => new Selectors(all));

/**
 * Which policies hold for which pods. Pods in the host's network are left out: policies do not hold for them.
 * A selector without conditions holds for its whole namespace.
 */
export const coverage = (pods: readonly PodFact[], context: WorkspaceContext): PodCoverage[] =>
  pods
    .filter((pod) => !pod.hostNetwork)
    .map((pod) => {
      const selecting = context.lookUp(policies).selecting(pod.labels, pod.namespace);
      return {
        pod,
        ingress: selecting.filter((policy) => policy.ingress),
        egress: selecting.filter((policy) => policy.egress),
      };
    });
