import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'impersonate-groups',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that may act as a member of any group',
  why: 'As a member of `system:masters` one may do everything, past all roles.',
  remedy: 'Leave the verb out.',
  aliases: ['KSV-0043'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.names('groups') && access.allows('impersonate'))
        report(
          access.cursor.get('verbs'),
          say`${object.title} may act as a member of any group, system:masters too. Leave impersonate out.`,
        );
    }
  },
});
