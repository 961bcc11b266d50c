import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'all-rights-role',
  topic: 'D3',
  severity: 'error',
  profile: 'recommended',
  title: 'Role that may do everything',
  why: 'All verbs on all resources is what cluster-admin has: whoever acts with this role owns the cluster, or the namespace.',
  remedy: 'Name what is needed, or bind cluster-admin openly where it is meant.',
  aliases: ['KSV-0044'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.3'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.groups.includes('*') && access.resources.includes('*') && access.verbs.includes('*'))
        report(
          access.cursor.get('resources'),
          say`${object.title} may do everything with everything. Name what is needed.`,
        );
    }
  },
});
