/**
 * Annotations of pods that Kubernetes once read and does not any more. Source: change logs of the releases and
 * https://kubernetes.io/docs/reference/labels-annotations-taints/. As of 2026-10.
 */
export interface DeadAnnotation {
  /** The name, or what it begins with where it ends in a slash. */
  readonly name: string;
  /** Not read from this minor version on. */
  readonly since: number;
  /** What is read in its place. */
  readonly instead: string;
}

export const deadAnnotations: readonly DeadAnnotation[] = [
  {
    name: 'seccomp.security.alpha.kubernetes.io/pod',
    since: 27,
    instead: 'securityContext.seccompProfile',
  },
  {
    name: 'container.seccomp.security.alpha.kubernetes.io/',
    since: 27,
    instead: 'securityContext.seccompProfile of the container',
  },
  { name: 'security.alpha.kubernetes.io/sysctls', since: 11, instead: 'securityContext.sysctls' },
  { name: 'security.alpha.kubernetes.io/unsafe-sysctls', since: 11, instead: 'securityContext.sysctls' },
  { name: 'scheduler.alpha.kubernetes.io/critical-pod', since: 16, instead: 'priorityClassName' },
  { name: 'scheduler.alpha.kubernetes.io/affinity', since: 8, instead: 'affinity' },
  { name: 'scheduler.alpha.kubernetes.io/tolerations', since: 8, instead: 'tolerations' },
  { name: 'scheduler.alpha.kubernetes.io/name', since: 8, instead: 'schedulerName' },
  { name: 'pod.beta.kubernetes.io/init-containers', since: 8, instead: 'initContainers' },
  { name: 'pod.alpha.kubernetes.io/init-containers', since: 8, instead: 'initContainers' },
  { name: 'pod.beta.kubernetes.io/hostname', since: 7, instead: 'hostname' },
  { name: 'pod.beta.kubernetes.io/subdomain', since: 7, instead: 'subdomain' },
];
