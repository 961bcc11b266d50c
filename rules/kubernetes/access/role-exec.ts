import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBuiltIn, rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'role-exec',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that runs commands in pods or attaches to them',
  why: 'Who may exec or attach is inside the container, with its secrets and its service account.',
  remedy: 'Give it to people for a time, not to programs.',
  aliases: ['polaris:rolePodExecAttach'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    if (object.kind !== 'Role' || isBuiltIn(object)) return;
    for (const access of rulesOf(object)) {
      if (access.covers('', 'pods/exec', 'pods/attach') && access.allows('get', 'create'))
        report(
          access.cursor.get('resources'),
          say`${object.title} may run commands in pods or attach to them. Give it to people for a time.`,
        );
    }
  },
});
