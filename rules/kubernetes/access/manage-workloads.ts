import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'manage-workloads',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that makes or changes pods and workloads',
  why: 'Who makes a pod uses every Secret, service account and volume of the namespace, and the node where admission lets it.',
  remedy: 'Give it to those who deploy, in their namespaces alone.',
  aliases: ['KSV-0048'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.4'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.names(...workloads) &&
        access.allows('impersonate', 'create', 'update', 'patch', 'delete', 'deletecollection')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} may make, change or delete pods or workloads, and so use each Secret and account beside them.`,
        );
    }
  },
});

const workloads = [
  'pods',
  'deployments',
  'jobs',
  'cronjobs',
  'statefulsets',
  'daemonsets',
  'replicasets',
  'replicationcontrollers',
] as const;
