import type { Cursor } from '../../yaml/cursor';
import type { KubernetesObject } from './object';
import type { ObjectMeta, PodSpec } from './types';

/** Where a pod is described: its metadata and its spec. */
export interface PodPlace {
  readonly metadata: Cursor<ObjectMeta | undefined>;
  readonly spec: Cursor<PodSpec>;
}

/** Kinds of Kubernetes itself, by group and kind: the route from the object to the pod or its template. */
const routes: Readonly<Record<string, readonly string[]>> = {
  '/Pod': [],
  '/PodTemplate': ['template'],
  '/ReplicationController': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'extensions/Deployment': ['spec', 'template'],
  'extensions/ReplicaSet': ['spec', 'template'],
  'extensions/DaemonSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

const builtInGroups = new Set([
  '',
  'apps',
  'extensions',
  'batch',
  'autoscaling',
  'policy',
  'networking.k8s.io',
  'rbac.authorization.k8s.io',
]);

/** No template stands deeper than this in any custom resource that is known. */
const maxDepth = 8;

export function podPlaces(object: KubernetesObject): PodPlace[] {
  const route = routes[`${object.group}/${object.kind}`];
  if (route) {
    const holder = object.cursor.path(...route);
    return holder.get('spec').isMap ? [placeAt(holder)] : [];
  }
  if (builtInGroups.has(object.group) || object.kind === 'CustomResourceDefinition') return [];
  return embeddedPlaces(object.cursor.at('spec') as Cursor, 0);
}

const placeAt = (holder: Cursor): PodPlace => ({
  metadata: holder.get('metadata') as Cursor<ObjectMeta | undefined>,
  spec: holder.get('spec') as Cursor<PodSpec>,
});

/**
 * Pod templates in a custom resource (Argo Rollout, Knative Service, CloneSet…): a field whose name ends in `template`, with a
 * `spec` whose containers all have an image. Overrides of containers, which have none, are no templates.
 */
function embeddedPlaces(cursor: Cursor, depth: number): PodPlace[] {
  if (depth > maxDepth) return [];
  if (cursor.isMap && /template$/i.test(cursor.name) && isPodSpec(cursor.get('spec')))
    return [placeAt(cursor)];
  const children = cursor.isMap ? (cursor.fields as Cursor[]) : cursor.items;
  return children.flatMap((child) => embeddedPlaces(child, depth + 1));
}

function isPodSpec(spec: Cursor): boolean {
  const { items } = spec.get('containers');
  return items.length > 0 && items.every((item) => item.get('image').exists);
}
