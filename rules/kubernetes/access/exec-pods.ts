import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'exec-pods',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that runs commands in pods',
  why: 'Who may exec is inside each container that the rule reaches, with its secrets and its service account.',
  remedy: 'Give it to people for a time, not to programs.',
  aliases: ['KSV-0053'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.names('pods/exec') &&
        access.allows('create', 'update', 'patch', 'delete', 'deletecollection')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} may run commands in pods, with their secrets and accounts.`,
        );
    }
  },
});
