import { type Span, shiftEdits, type TextEdit } from '../../text';
import type { Cursor } from '../../yaml/cursor';
import { splitDocuments } from '../../yaml/document';
import { textEdits } from '../../yaml/edit';
import { hardenEdits, levelOf, violationsOf } from './harden';
import type { Pod } from './pod';
import type { PodSecurityLevel } from './pod-security/check';
import { readManifest } from './read';
import type { KubernetesVersion } from './version';

/** Levels that a pod can be hardened to. */
export type HardenedLevel = Exclude<PodSecurityLevel, 'privileged'>;

/** Where a pod or pod template stands among the levels of the Pod Security Standards. Places are offsets into its file. */
export interface PodLevel {
  /** The key under which the pod template stands (`template`), or the first key of a Pod. */
  readonly span: Span;
  /** For messages: Deployment `shop`. */
  readonly title: string;
  /** The namespace as written; undefined where the file leaves it open. */
  readonly namespace: string | undefined;
  /** The strictest level that the pod keeps, for the Kubernetes version of the settings. */
  readonly level: PodSecurityLevel;
  /** In how many places the pod is against a level. */
  readonly missing: Readonly<Record<HardenedLevel, number>>;
  /**
   * The edits of its file that bring the pod to a level; none where it is there. They keep every comment, but they may
   * take away what the program needs (a port of the node, a volume of it): a person must look.
   */
  harden(level: HardenedLevel): readonly TextEdit[];
}

/** The levels of the pods of one YAML document; fragments that are laid over other manifests have none. */
export function levelsOfDocument(text: string, version: KubernetesVersion): PodLevel[] {
  const pods = readManifest(text)?.objects.flatMap((object) => object.pods) ?? [];
  return pods
    .filter((pod) => !pod.isPatch && pod.containers.length > 0)
    .map((pod) => ({
      span: spanOfHolder(pod),
      title: pod.title,
      namespace: pod.object.namespace,
      level: levelOf(pod, version),
      missing: {
        baseline: missing(pod, 'baseline', version),
        restricted: missing(pod, 'restricted', version),
      },
      harden: (level) => textEdits(hardenEdits(pod, level, version)),
    }));
}

/** The edits of a file that bring one of its pods to a level: the first of that name that is not there yet. */
export function hardenedText(
  text: string,
  pod: { readonly title: string; readonly namespace: string | undefined; readonly documentEnd: number },
  level: HardenedLevel,
  version: KubernetesVersion,
): readonly TextEdit[] {
  const chunk = splitDocuments(text).find(({ offset, text: own }) => offset + own.length === pod.documentEnd);
  const found = levelsOfDocument(chunk?.text ?? '', version).find(
    ({ title, namespace, missing }) =>
      title === pod.title && namespace === pod.namespace && missing[level] > 0,
  );
  return shiftEdits(found?.harden(level) ?? [], chunk?.offset ?? 0);
}

/** Two checks may want the same place changed; a person changes it once. */
const missing = (pod: Pod, level: PodSecurityLevel, version: KubernetesVersion): number =>
  new Set(violationsOf(pod, level, version).map(({ place }) => place)).size;

function spanOfHolder(pod: Pod): Span {
  const holder = pod.spec.parent as Cursor;
  return holder.pair ? holder.keySpan : ((holder.fields[0] as Cursor | undefined)?.keySpan ?? holder.span);
}
