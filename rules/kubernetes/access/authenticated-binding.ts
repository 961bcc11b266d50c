import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding, isOpenByDefault, usersNamed } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'authenticated-binding',
  topic: 'A2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Rights for all who have any login',
  why: 'Every user and every service account of the cluster has these rights; with some providers everybody who has an account there.',
  remedy: 'Bind the role to the users, groups or service accounts that need it.',
  aliases: [],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
      'RBAC, default roles',
    ),
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
  ],

  object(object, { report }) {
    if (!isBinding(object) || isOpenByDefault(object)) return;
    for (const subject of usersNamed(object, 'system:authenticated', 'system:serviceaccounts'))
      report(
        subject,
        say`${object.title} gives rights to ${subject.get('name').string ?? ''}, which is nearly everybody. Bind it to those who need it.`,
      );
  },
});
