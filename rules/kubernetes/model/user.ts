import type { Place } from '../../rule';
import type { Cursor } from '../../yaml/cursor';
import { set, type YamlEdit } from '../../yaml/edit';
import type { Container } from './container';
import type { Pod } from './pod';
import { isUnknown } from './pod-security/check';
import { isExemptUserNamespace } from './pod-security/privileges';
import type { KubernetesVersion } from './version';

/** The user, by number, that a container runs as by its manifest; undefined where its image decides. */
export const effectiveUser = (container: Container): Cursor<number | undefined> =>
  container.inherited('runAsUser');

export const effectiveGroup = (container: Container): Cursor<number | undefined> =>
  container.inherited('runAsGroup');

/** True where the kubelet refuses to start the container as root. */
export const refusesRoot = (container: Container): boolean =>
  container.inherited('runAsNonRoot').boolean === true;

/**
 * How sure it is that the container does not run as root: `no` where it is root by its manifest, `yes` where the
 * manifest rules it out, `image` where that is left to the image, undefined where the manifest is not known.
 */
export function runsAsNonRoot(container: Container): 'yes' | 'no' | 'image' | undefined {
  const user = effectiveUser(container);
  const nonRoot = container.inherited('runAsNonRoot');
  if (user.number === 0) return 'no';
  if (user.number !== undefined || nonRoot.boolean === true) return 'yes';
  return isUnknown(user as Cursor) || isUnknown(nonRoot as Cursor) ? undefined : 'image';
}

/** Where a manifest leaves the user to the image, and what would refuse root there. */
export interface UserLeftToImage {
  readonly place: Place;
  readonly subject: string;
  readonly edits: readonly [YamlEdit];
}

/**
 * The pod, where that holds for all of its containers and none says anything of its own; else the containers. Windows
 * knows no such users, and in a user namespace root is nobody on the node.
 */
export function usersLeftToImage(pod: Pod, version: KubernetesVersion): UserLeftToImage[] {
  if (pod.os === 'windows' || isExemptUserNamespace(pod, version)) return [];
  const pods = pod.securityContext.at('runAsNonRoot');
  const left = pod.containers.filter((container) => runsAsNonRoot(container) === 'image');
  const own = left.filter((container) => container.securityContext.at('runAsNonRoot').exists);
  if (left.length > 0 && left.length === pod.containers.length && own.length === 0) {
    if (!pods.exists && pod.isPatch) return [];
    return [{ place: pods.exists ? pods : pod, subject: pod.title, edits: [set(pods, true)] }];
  }
  return left.flatMap((container) => {
    const place = container.securityContext.at('runAsNonRoot');
    return place.exists || !pod.isPatch
      ? [{ place, subject: container.title, edits: [set(place, true)] }]
      : [];
  });
}
