import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'manage-roles',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that changes roles and their bindings',
  why: 'Who changes roles and bindings decides about rights, within those that he has himself.',
  remedy: 'Give it to those who run the cluster.',
  aliases: ['KSV-0050'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.names('roles', 'rolebindings') &&
        access.allows('create', 'update', 'delete', 'deletecollection', 'impersonate')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} may change roles or their bindings, and so decide about rights.`,
        );
    }
  },
});
