import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'external-ips',
  topic: 'A4',
  severity: 'error',
  profile: 'recommended',
  title: 'Service with external IPs',
  why: 'Whoever sets external IPs on a Service catches the traffic of the cluster to that address (CVE-2020-8554).',
  remedy:
    'Use a LoadBalancer, an Ingress or a Gateway, and refuse external IPs with the admission plugin DenyServiceExternalIPs.',
  aliases: ['KSV-0108'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/admission-controllers/#denyserviceexternalips',
      'DenyServiceExternalIPs',
    ),
    { title: 'CVE-2020-8554', url: 'https://github.com/kubernetes/kubernetes/issues/97076' },
  ],

  object(object, { report }) {
    if (!isKind(object, '', 'Service')) return;
    const addresses = object.cursor.path('spec', 'externalIPs');
    if (addresses.items.length === 0) return;
    report(
      addresses,
      say`${object.title} takes the cluster's traffic to addresses of its own choice (externalIPs). Use a LoadBalancer, an Ingress or a Gateway.`,
    );
  },
});
