import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'public-load-balancer',
  topic: 'E6',
  severity: 'info',
  profile: 'all',
  title: 'Load balancer that the internet may reach',
  why: 'Without an annotation that says otherwise, most clouds give a load balancer a public address.',
  remedy:
    'Ask for an internal load balancer where the service is not for everybody, or allow the sources by `loadBalancerSourceRanges`.',
  aliases: ['kics:26763a1c-5dda-4772-b507-5fca7fb5f165'],
  references: [
    kubernetesDocs('concepts/services-networking/service/#internal-load-balancer', 'Internal load balancer'),
  ],

  object(object, { report }) {
    if (!isKind(object, '', 'Service')) return;
    const type = object.cursor.path('spec', 'type');
    if (type.string !== 'LoadBalancer') return;
    const names = Object.keys(object.annotations);
    if (
      names.some((name) => internal.has(name)) ||
      object.cursor.path('spec', 'loadBalancerSourceRanges').items.length > 0
    )
      return;
    report(
      type,
      say`${object.title} gets a public address from most clouds. Ask for an internal load balancer if it is not for everybody.`,
    );
  },
});

const internal: ReadonlySet<string> = new Set([
  'networking.gke.io/load-balancer-type',
  'cloud.google.com/load-balancer-type',
  'service.beta.kubernetes.io/aws-load-balancer-internal',
  'service.beta.kubernetes.io/aws-load-balancer-scheme',
  'service.beta.kubernetes.io/azure-load-balancer-internal',
  'service.beta.kubernetes.io/openstack-internal-load-balancer',
  'service.beta.kubernetes.io/cce-load-balancer-internal-vpc',
  'service.kubernetes.io/qcloud-loadbalancer-internal-subnetid',
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type',
]);
