import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'star-of-verbs-or-resources',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role with all verbs or all resources',
  why: 'A star means all that there is and all that will come: the role grows with each new kind of object.',
  remedy: 'Name the resources and verbs that are needed.',
  aliases: ['kube-linter:wildcard-in-rules'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.3'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.resources.includes('*') || access.verbs.includes('*'))
        report(
          access.cursor.get(access.resources.includes('*') ? 'resources' : 'verbs'),
          say`${object.title} means all ${access.resources.includes('*') ? 'resources' : 'verbs'} by a star. Name what is needed.`,
        );
    }
  },
});
