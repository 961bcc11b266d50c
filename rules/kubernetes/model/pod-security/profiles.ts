import { seLinuxTypes } from '../../../data/pod-security';
import type { Cursor } from '../../../yaml/cursor';
import { remove, setAny } from '../../../yaml/edit';
import type { Pod } from '../pod';
import type { KubernetesVersion } from '../version';
import {
  isUnknown,
  ofContainers,
  ofPodAndContainers,
  type PodSecurityCheck,
  textOf,
  type Violation,
  violationsIn,
} from './check';
import { isExemptWindows } from './privileges';

/** What the standards say of the kernel's own guards: seccomp, AppArmor, SELinux. */

const allowedTypes = new Set(['RuntimeDefault', 'Localhost']);

/** True, false, or undefined where the type of the profile is not known. An empty profile has an empty type. */
function allowsType(profile: Cursor): boolean | undefined {
  const type = textOf(profile.get('type'));
  return type === undefined ? undefined : allowedTypes.has(type);
}

/** Profiles of a key that are set to a type which is not allowed. */
const otherProfiles = (pod: Pod, key: 'seccompProfile' | 'appArmorProfile'): Violation[] =>
  ofPodAndContainers(pod, (context, container) => {
    const profile = context.get(key);
    if (!profile.exists || allowsType(profile) !== false) return undefined;
    const type = profile.get('type');
    return { place: type.exists ? type : profile, container, edits: [setAny(type, 'RuntimeDefault')] };
  });

/** Until Kubernetes 1.19 the seccomp profile was an annotation. */
const seccompPodAnnotation = 'seccomp.security.alpha.kubernetes.io/pod';
const seccompContainerAnnotation = 'container.seccomp.security.alpha.kubernetes.io/';
const appArmorAnnotation = 'container.apparmor.security.beta.kubernetes.io/';

const isAllowedSeccomp = (profile: string): boolean =>
  profile === 'runtime/default' || profile === 'docker/default' || profile.startsWith('localhost/');

const otherSeccompAnnotations = (pod: Pod): Violation[] =>
  violationsIn(pod.annotations.exists ? pod.holders : [], (container) => {
    const name = container ? `${seccompContainerAnnotation}${container.name}` : seccompPodAnnotation;
    const place = pod.annotations.get(name);
    const profile = textOf(place);
    if (!place.pair || profile === undefined || isAllowedSeccomp(profile)) return undefined;
    return { place, container, edits: [setAny(place, 'runtime/default')] };
  });

export const seccompProfile: PodSecurityCheck = (pod, version) =>
  version.minor < 19 ? otherSeccompAnnotations(pod) : otherProfiles(pod, 'seccompProfile');

/** Where no seccomp profile is set: the pod, if that holds for all containers, or the single containers. */
export const seccompUnset: PodSecurityCheck = (pod, version) => {
  if (version.minor < 19 || isExemptWindows(pod, version)) return [];
  return unsetInPod(
    pod,
    (context) => context.get('seccompProfile'),
    (profile) => setAny(profile.get('type'), 'RuntimeDefault'),
  );
};

/**
 * Where a setting that a pod may give to all of its containers is missing. Nothing where the pod has it (rightly set or
 * not); the pod where no container has its own; else the containers that have none.
 */
export function unsetInPod(
  pod: Pod,
  settingOf: (context: Cursor) => Cursor,
  mend: (setting: Cursor) => Violation['edits'][number],
): Violation[] {
  const pods = settingOf(pod.securityContext as Cursor);
  if (pods.exists || isUnknown(pods) || pod.isPatch || pod.containers.length === 0) return [];
  const bare = ofContainers(pod, (container) => {
    const place = settingOf(container.securityContext as Cursor);
    return place.exists || isUnknown(place) ? undefined : { place, container, edits: [mend(place)] };
  });
  return bare.length === pod.containers.length
    ? [{ place: pods, container: undefined, edits: [mend(pods)] }]
    : bare;
}

export const restrictedSeccompProfile: PodSecurityCheck = (pod, version) => {
  if (version.minor < 19 || isExemptWindows(pod, version)) return [];
  return [...otherProfiles(pod, 'seccompProfile'), ...seccompUnset(pod, version)];
};

const isAllowedAppArmor = (profile: string): boolean =>
  profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');

export const appArmorProfile: PodSecurityCheck = (pod) => [
  ...otherProfiles(pod, 'appArmorProfile'),
  ...violationsIn(pod.annotations.fields as Cursor[], (place) => {
    const profile = textOf(place);
    if (!place.name.startsWith(appArmorAnnotation) || profile === undefined || isAllowedAppArmor(profile))
      return undefined;
    const name = place.name.slice(appArmorAnnotation.length);
    const container = pod.containers.find((one) => one.name === name);
    return { place, container, edits: [setAny(place, 'runtime/default')] };
  }),
];

export const isAllowedSeLinuxType = (type: string, { minor }: KubernetesVersion): boolean =>
  (seLinuxTypes[type] ?? Number.POSITIVE_INFINITY) <= minor;

export const seLinuxOptions: PodSecurityCheck = (pod, version) =>
  ofPodAndContainers(pod, (context, container) => {
    const options = context.get('seLinuxOptions');
    if (!options.exists) return undefined;
    return violationsIn(seLinuxKeys, (key): Violation | undefined => {
      const place = options.get(key);
      const { string } = place;
      const isAllowed = key === 'type' ? isAllowedSeLinuxType(string ?? '', version) : string === '';
      return string === undefined || isAllowed ? undefined : { place, container, edits: [remove(place)] };
    });
  });

/** What the standards look at; the level is free. */
const seLinuxKeys = ['type', 'user', 'role'] as const;
