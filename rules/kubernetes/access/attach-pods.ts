import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'attach-pods',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that attaches to pods',
  why: 'Who may attach reads what a container writes and types into it.',
  remedy: 'Give it to people for a time, not to programs.',
  aliases: ['kics:d45330fd-f58d-45fb-a682-6481477a0f84', 'KSV-0054'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.names('pods/attach'))
        report(
          access.cursor.get('resources'),
          say`${object.title} may attach to pods and type into their programs. Give it to people for a time.`,
        );
    }
  },
});
