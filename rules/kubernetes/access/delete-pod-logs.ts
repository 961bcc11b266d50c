import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'delete-pod-logs',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that deletes logs of pods',
  why: 'With the logs go the traces of what was done in the pod.',
  remedy: 'Leave the verb out.',
  aliases: ['KSV-0042'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.names('pods/log') && access.allows('delete', 'deletecollection'))
        report(
          access.cursor.get('verbs'),
          say`${object.title} may delete the logs of pods, and traces with them. Leave the verb out.`,
        );
    }
  },
});
