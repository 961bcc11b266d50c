import type { PodFact } from '../../facts';
import { say } from '../../message';
import type { WorkspaceContext, WorkspaceMend } from '../../workspace-rule';
import { addDocument, writeDocument } from '../../yaml/add-document';
import type { Plain } from '../../yaml/style';

type Direction = 'Ingress' | 'Egress';

/** A policy that selects the pod and allows nothing in the given directions. */
function denyPolicy(pod: PodFact, directions: readonly Direction[]): Plain {
  const hasLabels = Object.keys(pod.labels).length > 0;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: policyName(pod, directions),
      ...(pod.namespace !== undefined && { namespace: pod.namespace }),
    },
    spec: { podSelector: hasLabels ? { matchLabels: pod.labels } : {}, policyTypes: directions },
  };
}

const policyName = (pod: PodFact, directions: readonly Direction[]): string => {
  const suffix = directions.length === 2 ? 'default-deny' : `deny-${directions[0]?.toLowerCase()}`;
  const name = pod.name.replace(/[^a-z0-9.-]+/gi, '-').replace(/^-+|(?<!-)-+$/g, '');
  return name === '' ? suffix : `${name}-${suffix}`;
};

/** Fixes that write such a policy: as a document behind the pod's own (not in JSON), or as a file beside it. */
export function denyPolicyFixes(
  pod: PodFact,
  directions: readonly Direction[],
  context: WorkspaceContext,
): WorkspaceMend[] {
  const policy = denyPolicy(pod, directions);
  const uri = siblingUri(pod.uri, `${policyName(pod, directions)}.yaml`);
  const asDocument: WorkspaceMend = {
    title: say`Add a NetworkPolicy for ${pod.title} that denies what is not allowed`,
    preferred: false,
    changes: () => [
      { kind: 'edit', uri: pod.uri, edits: [addDocument(context.text(pod.uri), pod.documentEnd, policy)] },
    ],
  };
  const asFile: WorkspaceMend = {
    title: say`Create a file with a NetworkPolicy for ${pod.title} that denies what is not allowed`,
    preferred: false,
    changes: () => [{ kind: 'create', uri, text: writeDocument(policy, context.text(pod.uri)) }],
  };
  return pod.uri.toLowerCase().endsWith('.json') ? [asFile] : [asDocument, asFile];
}

const siblingUri = (uri: string, name: string): string =>
  uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(name);
