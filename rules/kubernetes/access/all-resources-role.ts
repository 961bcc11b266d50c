import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'all-resources-role',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role for all resources',
  why: 'A star for resources is all that there is of its namespace, secrets and pods with it.',
  remedy: 'Name the resources that are needed.',
  aliases: ['KSV-0112'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    if (object.kind !== 'Role') return;
    for (const access of rulesOf(object)) {
      if (
        access.resources.includes('*') &&
        access.allows('create', 'delete', 'deletecollection', 'get', 'impersonate', 'list', 'update')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} is about all resources of its namespace, secrets too. Name those that are needed.`,
        );
    }
  },
});
