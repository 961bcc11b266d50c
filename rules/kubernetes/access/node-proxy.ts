import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'node-proxy',
  topic: 'D3',
  severity: 'warning',
  profile: 'recommended',
  title: 'Role that reaches the kubelets',
  why: 'The proxy of a node leads to the API of its kubelet, which runs commands in all pods of the node, past the audit log and admission.',
  remedy: 'Leave the resource out; metrics have a subresource of their own (`nodes/metrics`).',
  aliases: ['KSV-0047'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.names('nodes/proxy') && access.verbs.some((verb) => verb === 'get' || verb === 'create'))
        report(
          access.cursor.get('resources'),
          say`${object.title} reaches the API of the kubelets through nodes/proxy, which runs commands in all pods. Use nodes/metrics for metrics.`,
        );
    }
  },
});
