import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'bind-or-escalate',
  topic: 'D3',
  severity: 'warning',
  profile: 'recommended',
  title: 'Role that gives itself more rights',
  why: 'With `escalate` one writes any right into a role, with `bind` one binds any role: both lead to all rights of the cluster.',
  remedy: 'Leave the verbs out, or name the roles by `resourceNames`.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.8'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.verbs.some((verb) => verb === 'bind' || verb === 'escalate') &&
        access.resourceNames.length === 0
      )
        report(
          access.cursor.get('verbs'),
          say`${object.title} may bind or escalate roles without limit, so it can give itself all rights. Name the roles by resourceNames.`,
        );
    }
  },
});
