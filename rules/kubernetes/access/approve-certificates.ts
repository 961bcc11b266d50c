import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'approve-certificates',
  topic: 'D3',
  severity: 'warning',
  profile: 'all',
  title: 'ClusterRole that approves certificates',
  why: 'Who approves and signs certificates makes one for any user or group, administrators too.',
  remedy: 'Give it to the controller that approves, and name its signer by `resourceNames`.',
  aliases: ['CKV_K8S_156'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/certificate-signing-requests/#authorization',
      'Certificate signing requests, authorisation',
    ),
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
  ],

  object(object, { report }) {
    if (object.kind !== 'ClusterRole') return;
    const rules = rulesOf(object);
    const approves = rules.find(
      (access) =>
        access.covers('certificates.k8s.io', 'certificatesigningrequests/approval') &&
        access.allows('update', 'patch'),
    );
    const signs = rules.some(
      (access) => access.covers('certificates.k8s.io', 'signers') && access.allows('approve'),
    );
    if (!approves || !signs) return;
    report(
      approves.cursor.get('resources'),
      say`${object.title} approves certificates, so it can make one for any user or group. Name the signer by resourceNames.`,
    );
  },
});
