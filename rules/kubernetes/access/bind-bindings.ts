import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'bind-bindings',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that binds through bindings',
  why: 'The verb bind on bindings, or all verbs, lets one hand out roles that one does not have.',
  remedy: 'Name the verbs that are needed, without bind.',
  aliases: ['CKV_K8S_157'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.covers('rbac.authorization.k8s.io', 'rolebindings', 'clusterrolebindings') &&
        access.allows('bind')
      )
        report(
          access.cursor.get('verbs'),
          say`${object.title} may bind roles that it does not have. Name the verbs that are needed, without bind.`,
        );
    }
  },
});
