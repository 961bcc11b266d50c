import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-escalation',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that allows processes to gain rights',
  why: 'With setuid programs a process becomes root.',
  remedy: 'Set `allowPrivilegeEscalation: false`.',
  aliases: ['CKV_K8S_5', 'kics:87554eef-154d-411d-bdce-9dbd91e56851'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('allowPrivilegeEscalation');
    if (field.isUnresolved || field.boolean === false) return;
    report(
      field.exists ? field : object,
      say`${object.title} lets processes gain rights. Set allowPrivilegeEscalation to false.`,
    );
  },
});
