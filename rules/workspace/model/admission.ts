import type { AdmissionFact, PodFact } from '../../facts';
import { brokenUnder } from '../../kubernetes/model/admission';
import { hardenedText } from '../../kubernetes/model/levels';
import type { PodSecurityLevel } from '../../kubernetes/model/pod-security/check';
import { type KubernetesVersion, parseVersion } from '../../kubernetes/model/version';
import { say } from '../../message';
import type { WorkspaceContext, WorkspaceFacts, WorkspaceMend } from '../../workspace-rule';

/** A pod and the namespace that does not want it. */
export interface Refusal {
  readonly pod: PodFact;
  readonly admission: AdmissionFact;
  /** What the pod breaks, in words. */
  readonly broken: readonly string[];
  readonly version: KubernetesVersion;
}

/**
 * The pods that their own namespaces refuse in one mode of Pod Security. A Namespace that stands in several files (for
 * several clusters, or with patches) refuses only what all of them refuse.
 */
export function refusals(
  facts: WorkspaceFacts<'pods' | 'admissions'>,
  mode: AdmissionFact['mode'],
  context: WorkspaceContext,
): Refusal[] {
  const byNamespace = new Map<string, AdmissionFact[]>();
  for (const admission of facts.admissions) {
    if (admission.mode !== mode) continue;
    byNamespace.set(admission.namespace, [...(byNamespace.get(admission.namespace) ?? []), admission]);
  }
  return facts.pods.flatMap((pod) => {
    const admissions = pod.breaks !== '' ? (byNamespace.get(pod.namespace ?? '') ?? []) : [];
    const refused = admissions.map((admission) => refusal(pod, admission, context));
    const [first] = refused;
    return first && refused.every(({ broken }) => broken.length > 0) ? [first] : [];
  });
}

function refusal(pod: PodFact, admission: AdmissionFact, context: WorkspaceContext): Refusal {
  const version = versionOf(admission, context.settings(pod.uri).kubernetesVersion);
  return { pod, admission, broken: brokenUnder(pod.breaks, admission.level, version), version };
}

/** A cluster knows no checks of versions after its own. */
function versionOf(admission: AdmissionFact, cluster: string): KubernetesVersion {
  const minors = [parseVersion(cluster), parseVersion(admission.version)].map(
    (version) => version?.minor ?? 999,
  );
  return { minor: Math.min(...minors) };
}

/** For messages: Pod `shop`, or the pods of Deployment `shop`. */
export const podsOf = ({ kind, title }: PodFact): string => (kind === 'Pod' ? title : `the pods of ${title}`);

/** The pod made such that its namespace takes it. */
export function hardeningFix(
  { pod, admission, version }: Refusal,
  context: WorkspaceContext,
): WorkspaceMend[] {
  const level: PodSecurityLevel = admission.level;
  if (level === 'privileged') return [];
  return [
    {
      title: say`Harden ${pod.title} to ${level}`,
      changes: () => [
        { kind: 'edit', uri: pod.uri, edits: hardenedText(context.text(pod.uri), pod, level, version) },
      ],
    },
  ];
}
