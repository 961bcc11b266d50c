import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding, usersNamed } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'system-anonymous-binding',
  topic: 'A2',
  severity: 'error',
  profile: 'all',
  title: 'Binding with the user system:anonymous',
  why: 'Whoever reaches the API server without a login is this user.',
  remedy: 'Bind the role to those who need it.',
  aliases: ['kubesec:BindingsToSystemAnonymous'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    if (!isBinding(object)) return;
    for (const subject of usersNamed(object, 'system:anonymous'))
      report(
        subject,
        say`${object.title} gives rights to whoever reaches the API server without a login. Bind it to known users.`,
      );
  },
});
