import { safeSysctls } from '../../../data/pod-security';
import type { Cursor } from '../../../yaml/cursor';
import { remove, rename, set, setAny } from '../../../yaml/edit';
import type { Container } from '../container';
import type { Pod } from '../pod';
import type { KubernetesVersion } from '../version';
import { ofPodAndContainers, type PodSecurityCheck, textOf, type Violation, violationsIn } from './check';

/** What the standards say of a pod's share in its node: namespaces, ports, files, kernel settings. */

export const hostNamespaceKeys = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export const hostNamespaces: PodSecurityCheck = (pod) =>
  violationsIn(hostNamespaceKeys, (key) => {
    const shared = pod.spec.at(key);
    return shared.boolean === true
      ? { place: shared as Cursor, container: undefined, edits: [set(shared, false)] }
      : undefined;
  });

export const hostPorts: PodSecurityCheck = (pod) =>
  violationsIn(pod.containers, (container) =>
    violationsIn(container.cursor.at('ports').items, (port) => {
      const place = port.at('hostPort') as Cursor;
      const { number = 0 } = place;
      return number === 0 ? undefined : { place, container, edits: [remove(place)] };
    }),
  );

export const hostPathVolumes: PodSecurityCheck = (pod) =>
  violationsIn(hostPathsOf(pod), (place) => ({
    place,
    container: undefined,
    edits: [rename(place, 'emptyDir'), setAny(place, {})],
  }));

/** The `hostPath` of each volume that has one. */
export const hostPathsOf = (pod: Pod): Cursor[] =>
  pod.spec
    .at('volumes')
    .items.map((volume) => volume.at('hostPath') as Cursor)
    .filter((hostPath) => hostPath.exists && !hostPath.isUnresolved);

/** Handlers of a container that may send requests: those of its probes and lifecycle hooks that are there. */
const handlersOf = ({ cursor }: Container): Cursor[] =>
  [
    cursor.get('livenessProbe'),
    cursor.get('readinessProbe'),
    cursor.get('startupProbe'),
    cursor.path('lifecycle', 'postStart'),
    cursor.path('lifecycle', 'preStop'),
  ].filter(({ exists }) => exists);

const requestKinds = ['httpGet', 'tcpSocket'] as const;

export const hostProbesAndHostLifecycle: PodSecurityCheck = (pod, version) => {
  if (version.minor < 34) return [];
  return violationsIn(pod.containers, (container) =>
    violationsIn(handlersOf(container), (handler) =>
      violationsIn(requestKinds, (kind): Violation | undefined => {
        const place = handler.path(kind, 'host');
        return (place.string ?? '') === '' ? undefined : { place, container, edits: [remove(place)] };
      }),
    ),
  );
};

export const isSafeSysctl = (name: string, { minor }: KubernetesVersion): boolean =>
  (safeSysctls[name] ?? Number.POSITIVE_INFINITY) <= minor;

export const sysctls: PodSecurityCheck = (pod, version) =>
  violationsIn(pod.spec.path('securityContext', 'sysctls').items, (place) => {
    const name = textOf(place.get('name'));
    return name === undefined || isSafeSysctl(name, version)
      ? undefined
      : { place, container: undefined, edits: [remove(place)] };
  });

export const windowsHostProcess: PodSecurityCheck = (pod) =>
  ofPodAndContainers(pod, (context, container) => {
    const options = context.get('windowsOptions');
    const place = options.exists ? options.get('hostProcess') : undefined;
    return place?.boolean === true ? { place, container, edits: [setAny(place, false)] } : undefined;
  });
