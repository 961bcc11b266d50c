import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-namespace',
  topic: 'D4',
  severity: 'info',
  profile: 'all',
  title: 'Object in the namespace default',
  why: 'Roles, policies, quotas and Pod Security are given by namespace. In a namespace that all share none of them keeps one thing from another.',
  remedy: 'Give it a namespace of its own.',
  aliases: ['CKV_K8S_21', 'C-0212'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/namespaces/', 'Namespaces')],

  object(object, { report }) {
    if (!kinds.has(object.kind) || !groups.has(object.group)) return;
    if (object.metadata.at('namespace').isUnresolved) return;
    if ((object.namespace ?? 'default') !== 'default') return;
    const place = object.metadata.at('namespace');
    report(
      place.exists ? place : object,
      say`${object.title} is in the namespace default, or in whatever namespace happens to be set when it is applied. Give it one of its own.`,
    );
  },
});

const kinds: ReadonlySet<string> = new Set([
  'ConfigMap',
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Ingress',
  'Job',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
  'Role',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
  'StatefulSet',
]);
const groups: ReadonlySet<string> = new Set([
  '',
  'apps',
  'batch',
  'extensions',
  'networking.k8s.io',
  'rbac.authorization.k8s.io',
]);
