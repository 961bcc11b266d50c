import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding, isOpenByDefault, usersNamed } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'anonymous-binding',
  topic: 'A2',
  severity: 'error',
  profile: 'essential',
  title: 'Rights for people without a login',
  why: 'Whoever reaches the API server has these rights, without a password or certificate.',
  remedy: 'Bind the role to users, groups or service accounts.',
  aliases: ['C-0262', 'KSV-0122'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
      'RBAC, default roles',
    ),
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
  ],

  object(object, { report }) {
    if (!isBinding(object) || isOpenByDefault(object)) return;
    for (const subject of usersNamed(object, 'system:anonymous', 'system:unauthenticated'))
      report(
        subject,
        say`${object.title} gives rights to ${subject.get('name').string ?? ''}: whoever reaches the API server, without a login. Bind it to known users.`,
      );
  },
});
