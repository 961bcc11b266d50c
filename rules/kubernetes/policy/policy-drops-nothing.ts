import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-drops-nothing',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that drops no capability',
  why: 'Containers have more of the rights of root than they need, unless they are dropped.',
  remedy: 'Set `requiredDropCapabilities: [ALL]`.',
  aliases: ['CKV_K8S_36', 'kics:caa93370-791f-4fc6-814b-ba6ce0cb4032'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('requiredDropCapabilities');
    if (field.isUnresolved || field.items.length > 0) return;
    report(
      field.exists ? field : object,
      say`${object.title} does not make pods drop any capability. Set requiredDropCapabilities to ALL.`,
    );
  },
});
