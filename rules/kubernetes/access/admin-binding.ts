import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'admin-binding',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Somebody is given an administrative role',
  why: 'cluster-admin, admin and edit read Secrets and run pods: whoever has one of them can take over what runs there.',
  remedy: 'Bind a role with what is needed.',
  aliases: ['KSV-0111'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
      'RBAC, default roles',
    ),
  ],

  object(object, { report }) {
    if (!isBinding(object)) return;
    const role = object.cursor.path('roleRef', 'name');
    if (!['cluster-admin', 'admin', 'edit'].includes(role.string ?? '')) return;
    report(
      role,
      say`${object.title} gives the role ${role.string ?? ''}, which reads Secrets and runs pods. Bind a role with what is needed.`,
    );
  },
});
