import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { managesSecrets, rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cluster-secrets',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'ClusterRole that manages Secrets',
  why: 'Whoever may read all Secrets has the tokens of all service accounts that keep one, and most of the passwords that run the applications.',
  remedy: 'Give a Role in the namespace that needs it, and name the Secrets by `resourceNames`.',
  aliases: ['KSV-0041'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.2'),
  ],

  object(object, { report }) {
    if (object.kind !== 'ClusterRole') return;
    for (const access of rulesOf(object).filter(managesSecrets))
      report(
        access.cursor.get('resources'),
        say`${object.title} may read or change Secrets in all namespaces. Give a Role in the namespace that needs it.`,
      );
  },
});
