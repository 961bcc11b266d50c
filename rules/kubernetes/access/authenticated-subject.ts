import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding, usersNamed } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'authenticated-subject',
  topic: 'A2',
  severity: 'info',
  profile: 'all',
  title: 'Binding with the group system:authenticated',
  why: 'Every user and every service account of the cluster is a member of this group.',
  remedy: 'Bind the role to those who need it.',
  aliases: ['KSV-01011'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
      'RBAC, default roles',
    ),
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
  ],

  object(object, { report }) {
    if (!isBinding(object)) return;
    for (const subject of usersNamed(object, 'system:authenticated'))
      report(
        subject,
        say`${object.title} gives rights to every user and service account of the cluster. Bind it to those who need it.`,
      );
  },
});
