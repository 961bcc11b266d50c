import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-capabilities',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that allows more capabilities',
  why: 'Each capability is a part of what root may do.',
  remedy: 'Leave `allowedCapabilities` out.',
  aliases: ['CKV_K8S_24', 'kics:7307579a-3abb-46ad-9ce5-2a915634d5c8'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('allowedCapabilities');
    if (field.isUnresolved || field.items.length === 0) return;
    report(
      field.exists ? field : object,
      say`${object.title} lets pods add capabilities. Leave allowedCapabilities out.`,
    );
  },
});
