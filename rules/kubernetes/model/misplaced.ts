import type { Cursor } from '../../yaml/cursor';
import { remove, rename, setAny, type YamlEdit } from '../../yaml/edit';
import type { Plain } from '../../yaml/style';
import { type FieldProblem, hasField } from './fields';
import type { KubernetesObject } from './object';
import type { Pod } from './pod';

/** Where a field belongs that stands at the wrong level. */
export interface Misplacement {
  /** In words: the pod's securityContext. */
  readonly where: string;
  /** The move; undefined where a person must choose the place. */
  readonly edits: readonly [YamlEdit, ...YamlEdit[]] | undefined;
}

type Unknown = Extract<FieldProblem, { kind: 'unknown' }>;

const aboveThePod = new Set([
  'Deployment',
  'DeploymentSpec',
  'StatefulSet',
  'StatefulSetSpec',
  'DaemonSet',
  'DaemonSetSpec',
  'ReplicaSet',
  'ReplicaSetSpec',
  'Job',
  'JobSpec',
  'CronJob',
  'CronJobSpec',
  'JobTemplateSpec',
  'PodTemplateSpec',
  'Pod',
]);

/** Where a field belongs that the API does not know at its place but right beside it; undefined for all others. */
export function misplacement({ field, type }: Unknown, object: KubernetesObject): Misplacement | undefined {
  const [pod] = object.pods;
  const parent = field.parent;
  if (!pod || !parent) return undefined;
  const { name } = field;
  const isOf = (other: string): boolean => hasField(other, name);
  if (type === 'Container') {
    if (isOf('SecurityContext'))
      return move(field, "the container's securityContext", parent.get('securityContext'));
    if (isOf('ResourceRequirements'))
      return move(field, "the container's resources", parent.get('resources'));
    if (isOf('PodSpec')) return move(field, "the pod's spec", pod.spec as Cursor);
    if (isOf('PodSecurityContext')) return move(field, "the pod's securityContext", contextOf(pod));
  }
  if (type === 'SecurityContext') {
    if (isOf('PodSecurityContext')) return move(field, "the pod's securityContext", contextOf(pod));
    if (isOf('Capabilities')) return move(field, 'capabilities', parent.get('capabilities'));
    if (isOf('PodSpec')) return move(field, "the pod's spec", pod.spec as Cursor);
  }
  if (type === 'PodSecurityContext') {
    if (isOf('SecurityContext')) return moveToContainers(field, pod);
    if (isOf('PodSpec')) return move(field, "the pod's spec", pod.spec as Cursor);
  }
  if (type === 'PodSpec') {
    if (isOf('PodSecurityContext')) return move(field, "the pod's securityContext", contextOf(pod));
    if (isOf('SecurityContext')) return moveToContainers(field, pod);
    if (isOf('Container')) return { where: 'a container', edits: undefined };
  }
  if (type === 'ResourceRequirements' && /^(?:cpu|memory|ephemeral-storage)$/.test(name))
    return { where: 'limits or requests', edits: undefined };
  if (aboveThePod.has(type) && isOf('PodSpec')) return move(field, "the pod's spec", pod.spec as Cursor);
  return undefined;
}

const contextOf = (pod: Pod): Cursor => pod.securityContext as Cursor;

/** The field under its name in another map; no move where the map has one already, or where an anchor is shared. */
function move(field: Cursor, where: string, target: Cursor): Misplacement {
  const place = target.get(field.name);
  if (place.exists || field.isShared || target.isShared) return { where, edits: undefined };
  const value = field.toData() as Plain;
  // The map that is missing takes the place of the field.
  if (target.parent === field.parent && !target.exists && !target.pair)
    return { where, edits: [rename(field, target.name), setAny(field, { [field.name]: value })] };
  return { where, edits: [remove(field), setAny(place, value)] };
}

function moveToContainers(field: Cursor, pod: Pod): Misplacement {
  const where = 'the securityContext of each container';
  const containers = pod.containers.filter((container) => container.type !== 'ephemeral');
  const isShared = field.isShared || containers.some((container) => container.cursor.isShared);
  if (isShared || containers.length === 0) return { where, edits: undefined };
  const value = field.toData() as Plain;
  const places = containers
    .map((container) => container.securityContext.get(field.name))
    .filter((place) => !place.exists);
  return { where, edits: [remove(field), ...places.map((place) => setAny(place, value))] };
}
