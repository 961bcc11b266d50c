import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'anonymous-binding',
  topic: 'A2',
  severity: 'error',
  profile: 'essential',
  title: 'Rights for people without a login',
  why: 'Whoever reaches the API server has these rights, without a password or certificate.',
  remedy: 'Bind the role to users, groups or service accounts.',
  aliases: ['C-0262', 'kubesec:BindingsToSystemAnonymous', 'KSV-0122'],
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
        say`${object.title} gives rights to ${name}: whoever reaches the API server, without a login. Bind it to known users.`,
      );
    }
  },
});

const names: ReadonlySet<string> = new Set(['system:anonymous', 'system:unauthenticated']);

/** Roles that are bound so from the start and give away nothing. */
const open: ReadonlySet<string> = new Set([
  'system:public-info-viewer',
  'system:discovery',
  'system:basic-user',
  'kubeadm:bootstrap-signer-clusterinfo',
]);
