import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isBinding } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-account-binding',
  topic: 'D2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Rights for the default service account',
  why: 'Each pod of the namespace that names no account runs as `default`, so each of them gets these rights, now and later.',
  remedy: 'Bind the role to an account of its own and let the pod that needs it name that account.',
  aliases: ['CKV_K8S_42', 'kics:1e749bc9-fde8-471c-af0c-8254efd2dee5', 'C-0239'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/rbac/#service-account-permissions',
      'RBAC, rights of service accounts',
    ),
  ],

  object(object, { report }) {
    if (!isBinding(object)) return;
    for (const subject of object.cursor.get('subjects').items) {
      if (subject.get('kind').string !== 'ServiceAccount' || subject.get('name').string !== 'default')
        continue;
      report(
        subject,
        say`${object.title} gives rights to the service account default, so to each pod that names no account. Bind an account of its own.`,
      );
    }
  },
});
