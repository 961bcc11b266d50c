import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'dns-options-unset',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Pod without DNS options',
  why: 'With the default of `ndots` each name from outside is first asked for in the cluster several times.',
  remedy: 'Set `dnsConfig.options` where that matters.',
  aliases: ['kube-linter:dnsconfig-options'],
  references: [
    kubernetesDocs(
      'concepts/services-networking/dns-pod-service/#pod-dns-config',
      'DNS configuration of pods',
    ),
  ],

  pod(pod, { report }) {
    if (!pod.isPatch && pod.spec.at('dnsConfig').at('options').items.length === 0)
      report(pod, say`${pod.title} sets no DNS options. Set dnsConfig.options where look-ups matter.`);
  },
});
