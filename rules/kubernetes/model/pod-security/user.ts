import type { Cursor } from '../../../yaml/cursor';
import { remove, rename, set, setAny } from '../../../yaml/edit';
import type { Pod } from '../pod';
import { ofContainers, ofPodAndContainers, type PodSecurityCheck, type Violation } from './check';
import { isExemptUserNamespace } from './privileges';
import { unsetInPod } from './profiles';

/** What the standards say of the user that a container runs as. */

export const runAsUser: PodSecurityCheck = (pod, version) => {
  if (version.minor < 23 || isExemptUserNamespace(pod, version)) return [];
  return rootUsers(pod);
};

/** The places that name the user 0. */
const rootUsers = (pod: Pod): Violation[] =>
  ofPodAndContainers(pod, (context, container) => {
    const place = context.get('runAsUser');
    return place.number === 0
      ? { place, container, edits: refuseRoot(place, context.get('runAsNonRoot')) }
      : undefined;
  });

/** The user is left to the image, but for root. */
function refuseRoot(user: Cursor, nonRoot: Cursor): Violation['edits'] {
  if (!nonRoot.pair) return [rename(user, 'runAsNonRoot'), setAny(user, true)];
  return nonRoot.boolean === true ? [remove(user)] : [remove(user), setAny(nonRoot, true)];
}

export const runAsNonRoot: PodSecurityCheck = (pod, version) => {
  if (isExemptUserNamespace(pod, version)) return [];
  const pods = pod.securityContext.at('runAsNonRoot');
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
