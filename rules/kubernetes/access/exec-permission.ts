import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'exec-permission',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that names pods/exec',
  why: 'A rule that names pods/exec is about running commands in containers, and `get` opens the same door as `create` over WebSockets.',
  remedy: 'Give it to people for a time, not to programs.',
  aliases: ['kics:c589f42c-7924-4871-aee2-1cede9bc7cbc'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.names('pods/exec'))
        report(
          access.cursor.get('resources'),
          say`${object.title} is about running commands in pods. Give it to people for a time.`,
        );
    }
  },
});
