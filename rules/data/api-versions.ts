/**
 * Versions of Kubernetes' own APIs that were removed or are deprecated, by minor version of Kubernetes 1.
 * Source: https://kubernetes.io/docs/reference/using-api/deprecation-guide/, and the life cycle that the API's own types
 * declare. As of 2026-10.
 */
export interface OldApi {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  /** Deprecated since. */
  readonly deprecated: number;
  /** Not served from this version on; undefined while no removal is known. */
  readonly removed?: number;
  /** What stands in its place; undefined where nothing does. */
  readonly replacement?: string;
  /** Since when the replacement is served. */
  readonly since?: number;
  /** True where an object means the same under the replacement, so that only the version is to be changed. */
  readonly isEqual?: boolean;
}

const workloads = ['Deployment', 'DaemonSet', 'ReplicaSet', 'StatefulSet'];
const rbac = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];
const webhooks = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
const admissionPolicies = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'];

export const oldApis: readonly OldApi[] = [
  {
    apiVersion: 'extensions/v1beta1',
    kinds: workloads,
    deprecated: 9,
    removed: 16,
    replacement: 'apps/v1',
    since: 9,
  },
  {
    apiVersion: 'apps/v1beta1',
    kinds: workloads,
    deprecated: 9,
    removed: 16,
    replacement: 'apps/v1',
    since: 9,
  },
  {
    apiVersion: 'apps/v1beta2',
    kinds: workloads,
    deprecated: 9,
    removed: 16,
    replacement: 'apps/v1',
    since: 9,
  },
  {
    apiVersion: 'extensions/v1beta1',
    kinds: ['NetworkPolicy'],
    deprecated: 9,
    removed: 16,
    replacement: 'networking.k8s.io/v1',
    since: 8,
    isEqual: true,
  },
  { apiVersion: 'extensions/v1beta1', kinds: ['PodSecurityPolicy'], deprecated: 11, removed: 16 },
  {
    apiVersion: 'extensions/v1beta1',
    kinds: ['Ingress'],
    deprecated: 14,
    removed: 22,
    replacement: 'networking.k8s.io/v1',
    since: 19,
  },
  {
    apiVersion: 'networking.k8s.io/v1beta1',
    kinds: ['Ingress'],
    deprecated: 19,
    removed: 22,
    replacement: 'networking.k8s.io/v1',
    since: 19,
  },
  {
    apiVersion: 'networking.k8s.io/v1beta1',
    kinds: ['IngressClass'],
    deprecated: 19,
    removed: 22,
    replacement: 'networking.k8s.io/v1',
    since: 19,
    isEqual: true,
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1beta1',
    kinds: webhooks,
    deprecated: 16,
    removed: 22,
    replacement: 'admissionregistration.k8s.io/v1',
    since: 16,
  },
  {
    apiVersion: 'apiextensions.k8s.io/v1beta1',
    kinds: ['CustomResourceDefinition'],
    deprecated: 16,
    removed: 22,
    replacement: 'apiextensions.k8s.io/v1',
    since: 16,
  },
  {
    apiVersion: 'apiregistration.k8s.io/v1beta1',
    kinds: ['APIService'],
    deprecated: 19,
    removed: 22,
    replacement: 'apiregistration.k8s.io/v1',
    since: 10,
    isEqual: true,
  },
  {
    apiVersion: 'authentication.k8s.io/v1beta1',
    kinds: ['TokenReview'],
    deprecated: 19,
    removed: 22,
    replacement: 'authentication.k8s.io/v1',
    since: 6,
    isEqual: true,
  },
  {
    apiVersion: 'authorization.k8s.io/v1beta1',
    kinds: [
      'LocalSubjectAccessReview',
      'SelfSubjectAccessReview',
      'SubjectAccessReview',
      'SelfSubjectRulesReview',
    ],
    deprecated: 19,
    removed: 22,
    replacement: 'authorization.k8s.io/v1',
    since: 6,
  },
  {
    apiVersion: 'certificates.k8s.io/v1beta1',
    kinds: ['CertificateSigningRequest'],
    deprecated: 19,
    removed: 22,
    replacement: 'certificates.k8s.io/v1',
    since: 19,
  },
  {
    apiVersion: 'coordination.k8s.io/v1beta1',
    kinds: ['Lease'],
    deprecated: 19,
    removed: 22,
    replacement: 'coordination.k8s.io/v1',
    since: 14,
    isEqual: true,
  },
  ...['v1beta1', 'v1alpha1'].map((version) => ({
    apiVersion: `rbac.authorization.k8s.io/${version}`,
    kinds: rbac,
    deprecated: 17,
    removed: 22,
    replacement: 'rbac.authorization.k8s.io/v1',
    since: 8,
    isEqual: version === 'v1beta1',
  })),
  {
    apiVersion: 'scheduling.k8s.io/v1beta1',
    kinds: ['PriorityClass'],
    deprecated: 14,
    removed: 22,
    replacement: 'scheduling.k8s.io/v1',
    since: 14,
    isEqual: true,
  },
  {
    apiVersion: 'storage.k8s.io/v1beta1',
    kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
    deprecated: 19,
    removed: 22,
    replacement: 'storage.k8s.io/v1',
    since: 18,
    isEqual: true,
  },
  {
    apiVersion: 'batch/v1beta1',
    kinds: ['CronJob'],
    deprecated: 21,
    removed: 25,
    replacement: 'batch/v1',
    since: 21,
    isEqual: true,
  },
  {
    apiVersion: 'discovery.k8s.io/v1beta1',
    kinds: ['EndpointSlice'],
    deprecated: 21,
    removed: 25,
    replacement: 'discovery.k8s.io/v1',
    since: 21,
  },
  {
    apiVersion: 'events.k8s.io/v1beta1',
    kinds: ['Event'],
    deprecated: 22,
    removed: 25,
    replacement: 'events.k8s.io/v1',
    since: 19,
  },
  {
    apiVersion: 'autoscaling/v2beta1',
    kinds: ['HorizontalPodAutoscaler'],
    deprecated: 22,
    removed: 25,
    replacement: 'autoscaling/v2',
    since: 23,
  },
  {
    apiVersion: 'autoscaling/v2beta2',
    kinds: ['HorizontalPodAutoscaler'],
    deprecated: 23,
    removed: 26,
    replacement: 'autoscaling/v2',
    since: 23,
    isEqual: true,
  },
  {
    apiVersion: 'policy/v1beta1',
    kinds: ['PodDisruptionBudget'],
    deprecated: 21,
    removed: 25,
    replacement: 'policy/v1',
    since: 21,
  },
  { apiVersion: 'policy/v1beta1', kinds: ['PodSecurityPolicy'], deprecated: 21, removed: 25 },
  {
    apiVersion: 'node.k8s.io/v1beta1',
    kinds: ['RuntimeClass'],
    deprecated: 22,
    removed: 25,
    replacement: 'node.k8s.io/v1',
    since: 20,
    isEqual: true,
  },
  {
    apiVersion: 'storage.k8s.io/v1beta1',
    kinds: ['CSIStorageCapacity'],
    deprecated: 24,
    removed: 27,
    replacement: 'storage.k8s.io/v1',
    since: 24,
    isEqual: true,
  },
  ...[
    { version: 'v1beta1', deprecated: 23, removed: 26 },
    { version: 'v1beta2', deprecated: 26, removed: 29 },
    { version: 'v1beta3', deprecated: 29, removed: 32 },
  ].map(({ version, deprecated, removed }) => ({
    apiVersion: `flowcontrol.apiserver.k8s.io/${version}`,
    kinds: ['FlowSchema', 'PriorityLevelConfiguration'],
    deprecated,
    removed,
    replacement: 'flowcontrol.apiserver.k8s.io/v1',
    since: 29,
  })),
  {
    apiVersion: 'admissionregistration.k8s.io/v1beta1',
    kinds: admissionPolicies,
    deprecated: 31,
    removed: 34,
    replacement: 'admissionregistration.k8s.io/v1',
    since: 30,
    isEqual: true,
  },
  { apiVersion: 'v1', kinds: ['ComponentStatus'], deprecated: 19 },
  {
    apiVersion: 'v1',
    kinds: ['Endpoints'],
    deprecated: 33,
    replacement: 'discovery.k8s.io/v1 EndpointSlice',
    since: 21,
  },
];
