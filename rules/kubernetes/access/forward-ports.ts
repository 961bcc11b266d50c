import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'forward-ports',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that forwards ports of pods',
  why: 'Who forwards a port reaches what listens in the pod, past Services and network policies.',
  remedy: 'Give it to people for a time, not to programs.',
  aliases: ['kics:38fa11ef-dbcc-4da8-9680-7e1fd855b6fb'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.names('pods/portforward'))
        report(
          access.cursor.get('resources'),
          say`${object.title} may forward ports of pods, past Services and network policies. Give it to people for a time.`,
        );
    }
  },
});
