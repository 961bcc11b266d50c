import type { AdmissionFact, PodFact } from '../../facts';
import { brokenUnder } from '../../kubernetes/model/admission';
import { hardenedText } from '../../kubernetes/model/levels';
import type { PodSecurityLevel } from '../../kubernetes/model/pod-security/check';
import { type KubernetesVersion, parseVersion } from '../../kubernetes/model/version';
import { lookup, type Shown, shown } from '../../lookup';
import { say } from '../../message';
import type { WorkspaceContext, WorkspaceMend } from '../../workspace-rule';
import { Groups } from './groups';

type Admission = Shown<AdmissionFact>;

/** A pod and the namespace that does not want it. */
export interface Refusal {
  readonly pod: PodFact;
  readonly admission: Admission;
  /** What the pod breaks, in words. */
  readonly broken: readonly string[];
  readonly version: KubernetesVersion;
}

/**
 * The pods that their own namespaces refuse in one mode of Pod Security. A Namespace that stands in several files (for
 * several clusters, or with patches) refuses only what all of them refuse.
 */
export const refusals = (
  pods: readonly PodFact[],
  mode: AdmissionFact['mode'],
  context: WorkspaceContext,
): Refusal[] =>
  pods.flatMap((pod) => {
    if (pod.breaks === '') return [];
    const asking = context.lookUp(admissions).of(keyOf(mode, pod.namespace ?? ''));
    const refused = asking.map((admission) => refusal(pod, admission, context));
    const [first] = refused;
    return first && refused.every(({ broken }) => broken.length > 0) ? [first] : [];
  });

const keyOf = (mode: AdmissionFact['mode'], namespace: string): string => `${mode} ${namespace}`;

const admissions = lookup('admissions', shown, (all) =>
  Groups.by(all, ({ mode, namespace }) => keyOf(mode, namespace)),
);

function refusal(pod: PodFact, admission: Admission, context: WorkspaceContext): Refusal {
  const version = versionOf(admission, context.settings.kubernetesVersion);
  return { pod, admission, broken: brokenUnder(pod.breaks, admission.level, version), version };
}

/** A cluster knows no checks of versions after its own. */
function versionOf(admission: Admission, cluster: string): KubernetesVersion {
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
