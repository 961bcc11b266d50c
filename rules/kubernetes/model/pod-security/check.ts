import type { Cursor } from '../../../yaml/cursor';
import type { YamlEdit } from '../../../yaml/edit';
import type { Container } from '../container';
import type { Pod } from '../pod';
import type { KubernetesVersion } from '../version';

export const podSecurityLevels = ['privileged', 'baseline', 'restricted'] as const;
export type PodSecurityLevel = (typeof podSecurityLevels)[number];

/** One thing of a pod that a check of the Pod Security Standards forbids. */
export interface Violation {
  /** Where it stands; absent where the pod lacks what it must have. */
  readonly place: Cursor;
  /** The container that it is about; undefined for the pod as a whole. */
  readonly container: Container | undefined;
  /** What brings the place in line with the standard. */
  readonly edits: readonly [YamlEdit, ...YamlEdit[]];
}

/** Finds what one check forbids. Its verdict on any pod is that of Kubernetes' own admission. */
export type PodSecurityCheck = (pod: Pod, version: KubernetesVersion) => Violation[];

/** A violation of one container, or none. */
export type ContainerCheck = (container: Container) => Violation | undefined;

export const ofContainers = (pod: Pod, check: ContainerCheck): Violation[] =>
  violationsIn(pod.containers, check);

/** What is found in every security context of a pod: its own and those of its containers. */
export const ofPodAndContainers = (
  pod: Pod,
  check: (context: Cursor, container: Container | undefined) => Violation | readonly Violation[] | undefined,
): Violation[] =>
  violationsIn(pod.holders, (container) => check((container ?? pod).securityContext as Cursor, container));

/** What is found in things; nothing is made for those in which nothing is found, which are most. */
export function violationsIn<Thing>(
  things: readonly Thing[],
  find: (thing: Thing) => Violation | readonly Violation[] | undefined,
): Violation[] {
  const found: Violation[] = [];
  for (const thing of things) {
    const one = find(thing);
    if (one === undefined) continue;
    if ('place' in one) found.push(one);
    else found.push(...one);
  }
  return found;
}

/** True where another program fills in the place, or something that it stands in. */
export function isUnknown(cursor: Cursor<unknown>): boolean {
  for (let at: Cursor | undefined = cursor as Cursor; at; at = at.parent) if (at.isUnresolved) return true;
  return false;
}

/** The text that Kubernetes reads from a field of text: empty for null and for what is absent; undefined where unknown. */
export function textOf(cursor: Cursor): string | undefined {
  if (cursor.exists) return cursor.string;
  return isUnknown(cursor) ? undefined : '';
}

/** Whom a violation is about, for messages: Container `web` of Deployment `shop`, or Deployment `shop`. */
export const subjectOf = (pod: Pod, { container }: Violation): string => (container ?? pod).title;
