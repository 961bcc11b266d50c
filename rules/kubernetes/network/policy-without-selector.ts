import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-without-selector',
  topic: 'E1',
  severity: 'warning',
  profile: 'all',
  title: 'NetworkPolicy that names no pods',
  why: 'A policy without selectors says of nobody what may be reached. Which pods it is about should be said.',
  remedy: 'Set `podSelector`, and selectors in the rules.',
  aliases: ['KSV-0038'],
  references: [kubernetesDocs('concepts/services-networking/network-policies/', 'Network policies')],

  object(object, { report }) {
    if (!isKind(object, 'networking.k8s.io', 'NetworkPolicy')) return;
    const spec = object.cursor.get('spec');
    const peers = [
      ...spec.get('ingress').items.flatMap((rule) => rule.get('from').items),
      ...spec.get('egress').items.flatMap((rule) => rule.get('to').items),
    ];
    if (
      spec.get('podSelector').exists ||
      peers.some((peer) => peer.get('podSelector').exists || peer.get('namespaceSelector').exists)
    )
      return;
    report(object, say`${object.title} does not say which pods it is about. Set podSelector.`);
  },
});
