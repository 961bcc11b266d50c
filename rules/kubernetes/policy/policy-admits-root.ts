import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-admits-root',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that admits root',
  why: 'Root in a container is root on the node as soon as anything else fails.',
  remedy: 'Set the rule of `runAsUser` to MustRunAsNonRoot, or to a range that begins above 0.',
  aliases: ['CKV_K8S_6'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('runAsUser');
    if (field.isUnresolved || refusesRoot(field)) return;
    report(
      field.exists ? field : object,
      say`${object.title} lets containers run as root. Set the rule of runAsUser to MustRunAsNonRoot.`,
    );
  },
});

function refusesRoot(field: Cursor): boolean {
  const rule = field.get('rule').string;
  const ranges = field.get('ranges').items;
  return (
    rule === 'MustRunAsNonRoot' ||
    (rule === 'MustRunAs' && ranges.length > 0 && ranges.every((range) => (range.get('min').number ?? 0) > 0))
  );
}
