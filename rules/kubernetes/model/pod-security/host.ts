import { safeSysctls } from '../../../data/pod-security';
import type { Cursor } from '../../../yaml/cursor';
import { remove, rename, set, setAny } from '../../../yaml/edit';
import type { Container } from '../container';
import type { Pod } from '../pod';
import type { KubernetesVersion } from '../version';
import { type PodSecurityCheck, textOf, type Violation } from './check';

/** What the standards say of a pod's share in its node: namespaces, ports, files, kernel settings. */

export const hostNamespaceKeys = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export const hostNamespaces: PodSecurityCheck = (pod) =>
  hostNamespaceKeys
    .map((key) => pod.spec.at(key))
    .filter((shared) => shared.boolean === true)
    .map((shared) => ({ place: shared as Cursor, container: undefined, edits: [set(shared, false)] }));

export const hostPorts: PodSecurityCheck = (pod) =>
  pod.containers.flatMap((container) =>
    container.cursor
      .at('ports')
      .items.map((port) => port.at('hostPort'))
      .filter(({ number }) => number !== undefined && number !== 0)
      .map((place): Violation => ({ place: place as Cursor, container, edits: [remove(place as Cursor)] })),
  );

export const hostPathVolumes: PodSecurityCheck = (pod) =>
  hostPathsOf(pod).map((place) => ({
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

/** Handlers of a container that may send requests: probes and lifecycle hooks. */
const handlersOf = ({ cursor }: Container): Cursor[] => [
  ...(['livenessProbe', 'readinessProbe', 'startupProbe'] as const).map(
    (probe) => cursor.at(probe) as Cursor,
  ),
  ...(['postStart', 'preStop'] as const).map((hook) => cursor.at('lifecycle').get(hook)),
];

export const hostProbesAndHostLifecycle: PodSecurityCheck = (pod, version) => {
  if (version.minor < 34) return [];
  return pod.containers.flatMap((container) =>
    handlersOf(container)
      .flatMap((handler) => [handler.path('httpGet', 'host'), handler.path('tcpSocket', 'host')])
      .filter(({ string }) => string !== undefined && string !== '')
      .map((place): Violation => ({ place, container, edits: [remove(place)] })),
  );
};

export const isSafeSysctl = (name: string, { minor }: KubernetesVersion): boolean =>
  (safeSysctls[name] ?? Number.POSITIVE_INFINITY) <= minor;

export const sysctls: PodSecurityCheck = (pod, version) =>
  pod.spec
    .path('securityContext', 'sysctls')
    .items.filter((sysctl) => {
      const name = textOf(sysctl.get('name'));
      return name !== undefined && !isSafeSysctl(name, version);
    })
    .map((place) => ({ place, container: undefined, edits: [remove(place)] }));

export const windowsHostProcess: PodSecurityCheck = (pod) =>
  [undefined, ...pod.containers].flatMap((container): Violation[] => {
    const holder: Cursor = container?.cursor ?? pod.spec;
    const place = holder.path('securityContext', 'windowsOptions', 'hostProcess');
    return place.boolean === true ? [{ place, container, edits: [setAny(place, false)] }] : [];
  });
