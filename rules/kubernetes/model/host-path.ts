import { type HostPathDanger, hostPathDangers, runtimeSockets } from '../../data/host-paths';
import type { Cursor } from '../../yaml/cursor';
import type { Container } from './container';
import type { Pod } from './pod';

/** The path of a node without doubled or trailing slashes and dots, as the kernel takes it. */
export function cleanPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`;
}

/** A volume of a pod that is a path of its node. */
export interface HostPathVolume {
  readonly name: string;
  readonly hostPath: Cursor;
  /** The path as the kernel takes it; undefined where it is not known. */
  readonly path: string | undefined;
}

export const hostPathVolumesOf = (pod: Pod): HostPathVolume[] =>
  pod.spec.at('volumes').items.flatMap((volume) => {
    const hostPath = volume.at('hostPath') as Cursor;
    const path = hostPath.get('path').string;
    return hostPath.isMap
      ? [
          {
            name: volume.at('name').text ?? '',
            hostPath,
            path: path === undefined ? undefined : cleanPath(path),
          },
        ]
      : [];
  });

/** A mount of a volume in a container. */
export interface Mount {
  readonly container: Container;
  readonly cursor: Cursor;
  readonly isReadOnly: boolean;
}

export const mountsOf = (pod: Pod, volume: string): Mount[] =>
  pod.containers.flatMap((container) =>
    container.cursor
      .at('volumeMounts')
      .items.filter((mount) => mount.at('name').text === volume)
      .map((mount) => ({
        container,
        cursor: mount as Cursor,
        isReadOnly: mount.at('readOnly').boolean === true || mount.at('readOnly').isUnresolved,
      })),
  );

/** What makes a path of the node dangerous: its own entry, or that of the nearest directory above it. */
export function dangerOf(path: string): HostPathDanger | undefined {
  const runtime = runtimeOfSocket(path);
  if (runtime !== undefined)
    return {
      holds: `the socket of ${runtime}, with which a container is root on it`,
      evenReadOnly: true,
      isDeep: true,
    };
  for (let at = path; at !== '/'; at = at.slice(0, at.lastIndexOf('/')) || '/') {
    const danger = hostPathDangers[at];
    if (danger) return at === path || danger.isDeep ? danger : undefined;
  }
  return path === '/' ? hostPathDangers['/'] : undefined;
}

/** The container runtime whose socket a path is; undefined for other paths. */
export const runtimeOfSocket = (path: string): string | undefined =>
  runtimeSockets[path.slice(path.lastIndexOf('/') + 1)];

/** What a volume gives away, in words, where it is more than files of its own, and whether that is the node itself. */
export function describeHostPath(
  pod: Pod,
  volume: HostPathVolume,
): { readonly danger: string | undefined; readonly isSevere: boolean } {
  const danger = volume.path === undefined ? undefined : dangerOf(volume.path);
  if (!danger) return { danger: undefined, isSevere: false };
  const mounts = mountsOf(pod, volume.name);
  const isReadOnly = mounts.length > 0 && mounts.every((mount) => mount.isReadOnly);
  const isSevere = danger.evenReadOnly || !isReadOnly;
  return { danger: isSevere ? danger.holds : undefined, isSevere };
}
