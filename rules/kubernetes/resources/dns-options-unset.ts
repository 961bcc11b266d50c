import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'dns-options-unset',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Pod that does not set `ndots` to 2',
  why: 'With the default of `ndots` each name from outside is first asked for in the cluster several times.',
  remedy: 'Set `ndots` to 2 in `dnsConfig.options` where that matters.',
  aliases: ['kube-linter:dnsconfig-options'],
  references: [
    kubernetesDocs(
      'concepts/services-networking/dns-pod-service/#pod-dns-config',
      'DNS configuration of pods',
    ),
  ],

  pod(pod, { report }) {
    const options = pod.spec.at('dnsConfig').at('options').items;
    const isSet = options.some((option) => {
      const value = option.at('value');
      return option.at('name').text === 'ndots' && (value.text === '2' || value.isUnresolved);
    });
    if (!pod.isPatch && !isSet)
      report(
        pod,
        say`${pod.title} does not set the DNS option ndots to 2. Set it in dnsConfig.options where look-ups matter.`,
      );
  },
});
