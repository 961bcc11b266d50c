import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'aws-auth',
  topic: 'D3',
  severity: 'error',
  profile: 'recommended',
  title: 'Role that changes who is who on EKS',
  why: 'The ConfigMap aws-auth says which AWS identities are which users and groups: who changes it makes himself an administrator.',
  remedy: 'Use access entries of EKS, and leave aws-auth to the administrators.',
  aliases: ['KSV-0115'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (
        access.names('configmaps') &&
        access.resourceNames.includes('aws-auth') &&
        access.allows('create', 'update', 'patch', 'delete', 'deletecollection')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} may change aws-auth, and so make anybody an administrator of the cluster.`,
        );
    }
  },
});
