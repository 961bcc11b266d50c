import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'wildcard-role',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role with a star',
  why: 'A star means all that there is and all that will come: the role grows with each new kind of object.',
  remedy: 'Name the groups, resources and verbs that are needed.',
  aliases: ['CKV_K8S_49', 'kics:6b896afb-ca07-467a-b256-1a0077a1c08e'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.3'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if ([...access.groups, ...access.resources, ...access.verbs].some((word) => word.includes('*')))
        report(
          access.cursor.get('resources'),
          say`${object.title} uses a star, so it grows with each new kind of object. Name what is needed.`,
        );
    }
  },
});
