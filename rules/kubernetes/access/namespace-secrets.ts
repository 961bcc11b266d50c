import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { managesSecrets, rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'namespace-secrets',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that manages Secrets',
  why: 'Whoever may read the Secrets of a namespace has the passwords and tokens of all that runs there.',
  remedy: 'Name the Secrets by `resourceNames`.',
  aliases: ['KSV-0113'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.2'),
  ],

  object(object, { report }) {
    if (object.kind !== 'Role') return;
    for (const access of rulesOf(object).filter(managesSecrets))
      report(
        access.cursor.get('resources'),
        say`${object.title} may read or change the Secrets of its namespace. Name those that are needed.`,
      );
  },
});
