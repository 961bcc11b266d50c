import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'all-verbs-role',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role with all verbs on what matters',
  why: 'All verbs hold those that are known to few: impersonate, bind, escalate, deletecollection.',
  remedy: 'Name the verbs that are needed.',
  aliases: ['KSV-0045'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.verbs.includes('*') && access.names(...guarded))
        report(
          access.cursor.get('resources'),
          say`${object.title} may do everything with resources that give rights or run code. Name the verbs that are needed.`,
        );
    }
  },
});

const guarded = [
  'secrets',
  'pods',
  'deployments',
  'daemonsets',
  'statefulsets',
  'replicationcontrollers',
  'replicasets',
  'cronjobs',
  'jobs',
  'roles',
  'clusterroles',
  'rolebindings',
  'clusterrolebindings',
  'users',
  'groups',
] as const;
