import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { hostPorts } from '../model/pod-security/host';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-port',
  topic: 'B13',
  severity: 'warning',
  profile: 'recommended',
  title: 'Container takes a port of its node',
  why: 'A hostPort is open on every address of the node, past Services and, with many network plugins, past NetworkPolicies. It also keeps two such pods off one node.',
  remedy: 'Remove `hostPort`, and put a Service before the pod.',
  aliases: ['psa:hostPorts', 'C-0044', 'polaris:hostPortSet'],
  references: [
    podSecurityStandards.baseline,
    cisKubernetes('5.2.13'),
    kubernetesDocs('concepts/configuration/overview/', 'Configuration best practices'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of hostPorts(pod, version)) {
      const { place, edits } = violation;
      report(
        place,
        say`${subjectOf(pod, violation)} opens port ${place.text ?? ''} on its node, past Services and their policies. Remove it, and use a Service.`,
        { fix: { title: say`Remove hostPort`, edits } },
      );
    }
  },
});
