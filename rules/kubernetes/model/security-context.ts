import type { Cursor } from '../../yaml/cursor';
import type { Container } from './container';
import type { Pod } from './pod';

/** The names of annotations that were read before there were fields. */
export const seccompPodAnnotation = 'seccomp.security.alpha.kubernetes.io/pod';
export const seccompContainerAnnotation = (container: Container): string =>
  `container.seccomp.security.alpha.kubernetes.io/${container.name}`;
export const appArmorAnnotation = (container: Container): string =>
  `container.apparmor.security.beta.kubernetes.io/${container.name}`;

/** A field of a pod's own security context, by a name that its type may not know. */
export const podContext = (pod: Pod, key: string): Cursor => (pod.securityContext as Cursor).get(key);

/** A field of a container's own security context. */
export const containerContext = (container: Container, key: string): Cursor =>
  (container.securityContext as Cursor).get(key);

/** The type of the profile that counts for a container; the pod's where it has none. */
export function effectiveProfileType(
  container: Container,
  profile: 'seccompProfile' | 'appArmorProfile',
): Cursor {
  const own = containerContext(container, profile).get('type');
  const pods = podContext(container.pod, profile).get('type');
  return own.exists || !pods.exists ? own : pods;
}

export const effectiveSeccompType = (container: Container): Cursor =>
  effectiveProfileType(container, 'seccompProfile');
