import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-host-ipc',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy that allows the shared memory of the node',
  why: 'With the IPC namespace of the node a pod reads the shared memory of other programs.',
  remedy: 'Set `hostIPC: false`.',
  aliases: ['CKV_K8S_3', 'kics:80f93444-b240-4ebb-a4c6-5c40b76c04ea'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const field = spec.get('hostIPC');
    if (field.isUnresolved || field.boolean !== true) return;
    report(
      field.exists ? field : object,
      say`${object.title} lets pods share the IPC namespace of the node. Set hostIPC to false.`,
    );
  },
});
