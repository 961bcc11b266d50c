import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'exposed-service',
  topic: 'E6',
  severity: 'info',
  profile: 'all',
  title: 'Service open to the outside',
  why: 'Such a Service is reached from outside of the cluster, without what an Ingress or Gateway checks before.',
  remedy: 'Use ClusterIP, and an Ingress or Gateway for what is to be reached from outside.',
  aliases: ['kube-linter:exposed-services'],
  references: [kubernetesDocs('concepts/services-networking/service/', 'Services')],

  object(object, { report }) {
    if (!isKind(object, '', 'Service')) return;
    const type = object.cursor.path('spec', 'type');
    if (type.string !== 'LoadBalancer' && type.string !== 'NodePort') return;
    report(
      type,
      say`${object.title} is open to the outside of the cluster. Use ClusterIP, and an Ingress or Gateway before it.`,
    );
  },
});
