import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding, usersNamed } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'masters-binding',
  topic: 'A2',
  severity: 'error',
  profile: 'recommended',
  title: 'Binding with the group system:masters',
  why: 'Its members may do everything whatever the roles say, and nothing can take that from them while their certificate lives. A binding for it hides who is meant.',
  remedy: 'Bind cluster-admin to a group of your own, and keep system:masters for emergencies.',
  aliases: ['KSV-0123'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
      'RBAC, default roles',
    ),
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
  ],

  object(object, { report }) {
    if (!isBinding(object)) return;
    for (const subject of usersNamed(object, 'system:masters'))
      report(
        subject,
        say`${object.title} names the group system:masters, whose members may do everything whatever the roles say. Use a group of your own.`,
      );
  },
});
