import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { isBinding } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cluster-admin-binding',
  topic: 'D3',
  severity: 'warning',
  profile: 'recommended',
  title: 'Somebody is made cluster-admin',
  why: 'cluster-admin may do everything, everywhere. A program with it hands the cluster to whoever breaks into it.',
  remedy: 'Bind a role with what is needed.',
  aliases: ['kics:249328b8-5f0f-409f-b1dd-029f07882e11', 'kube-linter:cluster-admin-role-binding'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
      'RBAC, default roles',
    ),
    cisKubernetes('5.1.1'),
  ],

  object(object, { report }) {
    if (object.kind !== 'ClusterRoleBinding' || !isBinding(object)) return;
    const reference = object.cursor.get('roleRef');
    const role = reference.get('name');
    if (role.string !== 'cluster-admin' || reference.get('kind').string !== 'ClusterRole') return;
    report(
      role,
      say`${object.title} makes its subjects cluster-admin, who may do everything. Bind a role with what is needed.`,
    );
  },
});
