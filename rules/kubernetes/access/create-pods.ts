import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'create-pods',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that makes pods',
  why: 'Who makes a pod uses every Secret, service account and volume of the namespace, and the node where admission lets it.',
  remedy: 'Give it to those who deploy, in their namespaces alone.',
  aliases: ['kics:592ad21d-ad9b-46c6-8d2d-fad09d62a942'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.4'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.resources.some((resource) => resource === 'pods' || resource === '*') &&
        access.allows('create')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} may make pods, and so use each Secret and account beside them.`,
        );
    }
  },
});
