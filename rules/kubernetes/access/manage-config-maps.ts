import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'manage-config-maps',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that changes ConfigMaps',
  why: 'Settings steer programs: a changed ConfigMap can make them load other code or send their data elsewhere.',
  remedy: 'Name the ConfigMaps by `resourceNames`.',
  aliases: ['KSV-0049'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.names('configmaps') &&
        access.allows('create', 'update', 'patch', 'delete', 'deletecollection')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} may change ConfigMaps, and so how programs behave. Name those that are needed.`,
        );
    }
  },
});
