import type { KubernetesObject } from './object';

/** True for an object of a kind, whatever the version of its API. */
export const isKind = (object: KubernetesObject, group: string, ...kinds: readonly string[]): boolean =>
  object.group === group && kinds.includes(object.kind);

/** Deployments also from the groups that they had long ago. */
export const isDeployment = (object: KubernetesObject): boolean =>
  object.kind === 'Deployment' && (object.group === 'apps' || object.group === 'extensions');

export const isStatefulSet = (object: KubernetesObject): boolean => isKind(object, 'apps', 'StatefulSet');
