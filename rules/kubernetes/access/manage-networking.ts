import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'manage-networking',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role that steers traffic',
  why: 'Who changes Services, endpoints, ingresses or network policies leads traffic to himself or opens what was closed.',
  remedy: 'Give it to those who deploy, in their namespaces alone.',
  aliases: ['KSV-0056'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.names('services', 'endpoints', 'endpointslices', 'networkpolicies', 'ingresses') &&
        access.allows('create', 'update', 'patch', 'delete', 'deletecollection')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} may steer traffic: Services, endpoints, ingresses or network policies.`,
        );
    }
  },
});
