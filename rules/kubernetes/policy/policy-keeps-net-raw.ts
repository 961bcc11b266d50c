import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-keeps-net-raw',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that keeps NET_RAW',
  why: 'With NET_RAW a container forges packets and answers for others.',
  remedy: 'Set `requiredDropCapabilities: [ALL]`.',
  aliases: ['CKV_K8S_7', 'kics:2270987f-bb51-479f-b8be-3ca73e5ad648'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('requiredDropCapabilities');
    if (field.isUnresolved || field.items.some((item) => item.string === 'NET_RAW' || item.string === 'ALL'))
      return;
    report(
      field.exists ? field : object,
      say`${object.title} lets pods forge packets: it drops neither NET_RAW nor ALL. Drop ALL.`,
    );
  },
});
