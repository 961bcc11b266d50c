import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'node-port',
  topic: 'E6',
  severity: 'info',
  profile: 'all',
  title: 'Service open on each node',
  why: 'A NodePort is open on every address of every node, past whatever stands before the cluster.',
  remedy: 'Use an Ingress, a Gateway or a LoadBalancer.',
  aliases: ['kics:845acfbe-3e10-4b8e-b656-3b404d36dfb2', 'kube-score:service-type'],
  references: [kubernetesDocs('concepts/services-networking/service/', 'Services')],

  object(object, { report }) {
    if (!isKind(object, '', 'Service')) return;
    const type = object.cursor.path('spec', 'type');
    if (type.string !== 'NodePort') return;
    report(
      type,
      say`${object.title} opens a port on every node. Use an Ingress, a Gateway or a LoadBalancer.`,
    );
  },
});
