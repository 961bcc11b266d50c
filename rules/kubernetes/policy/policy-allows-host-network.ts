import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-host-network',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that allows the network of the node',
  why: 'On the network of the node a pod reaches what listens on localhost, and no NetworkPolicy holds for it.',
  remedy: 'Set `hostNetwork: false`.',
  aliases: ['CKV_K8S_4', 'kics:a33e9173-b674-4dfb-9d82-cf3754816e4b'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('hostNetwork');
    if (field.isUnresolved || field.boolean !== true) return;
    report(
      field.exists ? field : object,
      say`${object.title} lets pods use the network of the node. Set hostNetwork to false.`,
    );
  },
});
