import type { Cursor } from '../../../yaml/cursor';
import { remove, set, setAny } from '../../../yaml/edit';
import type { Pod } from '../pod';
import { ofContainers, type PodSecurityCheck, type Violation } from './check';
import { isExemptUserNamespace } from './privileges';
import { unsetInPod } from './profiles';

/** What the standards say of the user that a container runs as. */

export const runAsUser: PodSecurityCheck = (pod, version) => {
  if (version.minor < 23 || isExemptUserNamespace(pod, version)) return [];
  return rootUsers(pod);
};

/** The places that name the user 0. */
const rootUsers = (pod: Pod): Violation[] => {
  const pods = pod.spec.at('securityContext').at('runAsUser') as Cursor;
  return [
    ...(pods.number === 0 ? [{ place: pods, container: undefined, edits: [remove(pods)] } as const] : []),
    ...ofContainers(pod, (container) => {
      const place = container.securityContext.at('runAsUser') as Cursor;
      return place.number === 0 ? { place, container, edits: [remove(place)] } : undefined;
    }),
  ];
};

export const runAsNonRoot: PodSecurityCheck = (pod, version) => {
  if (isExemptUserNamespace(pod, version)) return [];
  const pods = pod.spec.at('securityContext').at('runAsNonRoot');
  return [
    ...(pods.boolean === false
      ? [{ place: pods as Cursor, container: undefined, edits: [set(pods, true)] } as const]
      : []),
    ...ofContainers(pod, (container) => {
      const place = container.securityContext.at('runAsNonRoot');
      return place.boolean === false
        ? { place: place as Cursor, container, edits: [set(place, true)] }
        : undefined;
    }),
    ...unsetInPod(
      pod,
      (context) => context.get('runAsNonRoot'),
      (setting) => setAny(setting, true),
    ),
  ];
};
