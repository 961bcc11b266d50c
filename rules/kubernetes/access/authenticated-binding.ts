import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'authenticated-binding',
  topic: 'A2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Rights for all who have any login',
  why: 'Every user and every service account of the cluster has these rights; with some providers everybody who has an account there.',
  remedy: 'Bind the role to the users, groups or service accounts that need it.',
  aliases: [],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
      'RBAC, default roles',
    ),
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
  ],

  object(object, { report }) {
    if (!isBinding(object)) return;
    const role = object.cursor.path('roleRef', 'name').string ?? '';
    if (open.has(role)) return;
    for (const subject of object.cursor.get('subjects').items) {
      const name = subject.get('name').string ?? '';
      if (subject.get('kind').string === 'ServiceAccount' || !names.has(name)) continue;
      report(
        subject,
        say`${object.title} gives rights to ${name}, which is nearly everybody. Bind it to those who need it.`,
      );
    }
  },
});

const names: ReadonlySet<string> = new Set(['system:authenticated', 'system:serviceaccounts']);

/** Roles that are bound so from the start and give away nothing. */
const open: ReadonlySet<string> = new Set([
  'system:public-info-viewer',
  'system:discovery',
  'system:basic-user',
  'kubeadm:bootstrap-signer-clusterinfo',
]);
