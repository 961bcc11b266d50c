import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'impersonate',
  topic: 'D3',
  severity: 'warning',
  profile: 'recommended',
  title: 'Role that may act as others',
  why: 'Who may impersonate acts as any user, group or service account that the rule names, cluster administrators too.',
  remedy: 'Leave the verb out, or name whom by `resourceNames`.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.8'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.verbs.includes('impersonate') &&
        access.resourceNames.length === 0 &&
        access.names('users', 'groups', '*')
      )
        report(
          access.cursor.get('verbs'),
          say`${object.title} may act as anybody else, administrators too. Leave impersonate out, or name whom by resourceNames.`,
        );
    }
  },
});
