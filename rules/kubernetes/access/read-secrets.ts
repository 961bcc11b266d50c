import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'read-secrets',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that reads Secrets',
  why: 'Reading is enough: `list` and `watch` give the contents too, whatever `get` says.',
  remedy: 'Name the Secrets by `resourceNames`, and do not give list and watch.',
  aliases: ['kics:b7bca5c4-1dab-4c2c-8cbe-3050b9d59b14'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.2'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.names('secrets') && access.verbs.some((verb) => ['get', 'list', 'watch'].includes(verb)))
        report(
          access.cursor.get('resources'),
          say`${object.title} may read Secrets. Name those that are needed, with get alone.`,
        );
    }
  },
});
