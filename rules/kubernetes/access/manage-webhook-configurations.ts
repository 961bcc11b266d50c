import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'manage-webhook-configurations',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that changes admission webhooks',
  why: 'A webhook sees and changes every object that is written, Secrets and pods too.',
  remedy: 'Name the configurations by `resourceNames`.',
  aliases: ['KSV-0114'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.names('mutatingwebhookconfigurations', 'validatingwebhookconfigurations') &&
        access.allows('create', 'update', 'patch', 'delete', 'deletecollection')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} may change admission webhooks, which see and change every object. Name those that are needed.`,
        );
    }
  },
});
