import type { Cursor } from '../../../yaml/cursor';
import { remove, set } from '../../../yaml/edit';
import type { Pod } from '../pod';
import type { KubernetesVersion } from '../version';
import { isUnknown, ofContainers, type PodSecurityCheck, type Violation } from './check';

/** What the standards say of a container's power over its kernel. */

export const privileged: PodSecurityCheck = (pod) =>
  ofContainers(pod, (container) => {
    const place = container.securityContext.at('privileged');
    return place.boolean === true
      ? { place: place as Cursor, container, edits: [set(place, false)] }
      : undefined;
  });

/** From 1.25 on, what only Linux knows is not asked of a pod that says it is for Windows. */
export const isExemptWindows = (pod: Pod, version: KubernetesVersion): boolean =>
  version.minor >= 25 && pod.os === 'windows';

/** From 1.35 on, a user namespace of its own lets a pod do what can then do no harm. */
export const isExemptUserNamespace = (pod: Pod, version: KubernetesVersion): boolean =>
  version.minor >= 35 && pod.hasUserNamespace;

export const allowPrivilegeEscalation: PodSecurityCheck = (pod, version) => {
  if (version.minor < 8 || isExemptWindows(pod, version)) return [];
  return ofContainers(pod, (container) => {
    const place = container.securityContext.at('allowPrivilegeEscalation');
    if (isUnknown(place as Cursor) || (place.exists ? place.boolean !== true : pod.isPatch)) return undefined;
    return { place: place as Cursor, container, edits: [set(place, false)] };
  });
};

const otherProcMounts = (pod: Pod): Violation[] =>
  ofContainers(pod, (container) => {
    const place = container.securityContext.at('procMount');
    return place.string !== undefined && place.string !== 'Default'
      ? { place: place as Cursor, container, edits: [remove(place as Cursor)] }
      : undefined;
  });

export const procMount: PodSecurityCheck = (pod, version) =>
  isExemptUserNamespace(pod, version) ? [] : otherProcMounts(pod);

export const restrictedProcMount: PodSecurityCheck = (pod, version) =>
  version.minor < 35 ? [] : otherProcMounts(pod);
