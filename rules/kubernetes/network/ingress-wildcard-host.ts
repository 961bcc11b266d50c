import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ingress-wildcard-host',
  topic: 'E5',
  severity: 'info',
  profile: 'all',
  title: 'Ingress for all hosts',
  why: 'An Ingress without a host, or for `*`, answers for every name that leads here, those of others too.',
  remedy: 'Name the host.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/services-networking/ingress/#hostname-wildcards', 'Hostname wildcards'),
  ],

  object(object, { report }) {
    if (object.kind !== 'Ingress' || object.group !== 'networking.k8s.io') return;
    for (const rule of object.cursor.path('spec', 'rules').items) {
      const host = rule.get('host');
      if (host.isUnresolved || (host.exists && host.string !== '' && !(host.string ?? '').startsWith('*')))
        continue;
      report(
        host.exists ? host : rule,
        say`${object.title} answers for hosts that it does not name. Name the host.`,
      );
    }
  },
});
