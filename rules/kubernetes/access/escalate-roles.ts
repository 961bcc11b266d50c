import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'escalate-roles',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that writes rights that it does not have',
  why: 'The verb escalate on roles, or all verbs, lets one write any right into a role.',
  remedy: 'Name the verbs that are needed, without escalate.',
  aliases: ['CKV_K8S_158'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.covers('rbac.authorization.k8s.io', 'roles', 'clusterroles') && access.allows('escalate'))
        report(
          access.cursor.get('verbs'),
          say`${object.title} may write rights into roles that it does not have. Name the verbs that are needed, without escalate.`,
        );
    }
  },
});
