import type * as core from 'kubernetes-types/core/v1';
import type * as meta from 'kubernetes-types/meta/v1';

/** The API's own types, with the fields that are newer than the package of types (1.30). */

export type ObjectMeta = meta.ObjectMeta;

export interface SecurityContext extends core.SecurityContext {}

export interface Container extends core.Container {
  securityContext?: SecurityContext;
}

export interface Volume extends core.Volume {
  /** Kubernetes 1.31. */
  image?: { reference?: string; pullPolicy?: string };
}

export interface PodSecurityContext extends core.PodSecurityContext {
  /** Kubernetes 1.31. */
  supplementalGroupsPolicy?: string;
}

export interface PodSpec
  extends Omit<
    core.PodSpec,
    'containers' | 'initContainers' | 'ephemeralContainers' | 'volumes' | 'securityContext'
  > {
  containers: Container[];
  initContainers?: Container[];
  ephemeralContainers?: Container[];
  volumes?: Volume[];
  securityContext?: PodSecurityContext;
}

/** What all objects have, and `spec`, `data` and the like untyped. */
export interface AnyObject {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  spec?: unknown;
  [key: string]: unknown;
}
