import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-host-pid',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that allows the processes of the node',
  why: 'With the processes of the node in sight a pod reads their environment and signals them.',
  remedy: 'Set `hostPID: false`.',
  aliases: ['CKV_K8S_1', 'kics:91dacd0e-d189-4a9c-8272-5999a3cc32d9'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('hostPID');
    if (field.isUnresolved || field.boolean !== true) return;
    report(
      field.exists ? field : object,
      say`${object.title} lets pods see the processes of the node. Set hostPID to false.`,
    );
  },
});
