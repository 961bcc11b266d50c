import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-writable-host-path',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that allows to write to the node',
  why: 'Who writes to folders of the node changes what it runs.',
  remedy: 'Set `readOnly: true` for each path under `allowedHostPaths`.',
  aliases: ['kics:de4421f1-4e35-43b4-9783-737dd4e4a47e'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('allowedHostPaths');
    if (
      field.isUnresolved ||
      (field.items.length > 0 && field.items.every((item) => item.get('readOnly').boolean === true))
    )
      return;
    report(
      field.exists ? field : object,
      say`${object.title} lets pods write to folders of the node. Set readOnly for each allowed path.`,
    );
  },
});
