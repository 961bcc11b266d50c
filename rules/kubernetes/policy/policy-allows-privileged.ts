import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-privileged',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that allows privileged pods',
  why: 'A privileged container is root on its node.',
  remedy: 'Set `privileged: false`.',
  aliases: ['CKV_K8S_2', 'kics:c48e57d3-d642-4e0b-90db-37f807b41b91'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('privileged');
    if (field.isUnresolved || field.boolean !== true) return;
    report(
      field.exists ? field : object,
      say`${object.title} lets pods run privileged. Set privileged to false.`,
    );
  },
});
