import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'all-resources-cluster-role',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'ClusterRole for all resources',
  why: 'A star for resources is all that there is of the cluster, secrets and pods with it.',
  remedy: 'Name the resources that are needed.',
  aliases: ['KSV-0046'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    if (object.kind !== 'ClusterRole') return;
    for (const access of rulesOf(object)) {
      if (
        access.resources.includes('*') &&
        access.allows('create', 'delete', 'deletecollection', 'get', 'impersonate', 'list', 'update')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} is about all resources of the cluster, secrets too. Name those that are needed.`,
        );
    }
  },
});
