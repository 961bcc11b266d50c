import type { KubernetesObject } from './object';

/** The policies that Kubernetes had until 1.25; older clusters, and forks, still go by them. */
export const isPodSecurityPolicy = (object: KubernetesObject): boolean =>
  object.kind === 'PodSecurityPolicy' && (object.group === 'policy' || object.group === 'extensions');
