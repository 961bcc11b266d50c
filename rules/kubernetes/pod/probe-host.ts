import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import type { Pod } from '../model/pod';
import { subjectOf } from '../model/pod-security/check';
import { hostProbesAndHostLifecycle } from '../model/pod-security/host';
import { kubernetesRule } from '../model/rule';

/** In the network of the node, the kubelet finds at the loopback address what listens there alone: the pod itself. */
const isOwnNode = (pod: Pod, host: string): boolean =>
  pod.spec.at('hostNetwork').boolean === true && /^(?:localhost|127\.[\d.]+|::1)$/.test(host);

export default kubernetesRule({
  id: 'probe-host',
  topic: 'B13',
  severity: 'warning',
  profile: 'recommended',
  title: 'Probe or hook names a host',
  why: 'The kubelet sends probes and hooks itself, from the node. With a host of its own a pod makes it call other addresses, such as services that only nodes may reach.',
  remedy:
    'Remove `host`, so that the probe goes to the pod; set the header `Host` if a server asks for a name.',
  aliases: ['psa:hostProbesAndHostLifecycle'],
  references: [podSecurityStandards.baseline],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of hostProbesAndHostLifecycle(pod, version)) {
      const { place, edits } = violation;
      const subject = subjectOf(pod, violation);
      const host = place.string ?? '';
      if (isOwnNode(pod, host)) {
        report(
          place,
          say`${subject} names the host \`${host}\` for the kubelet to call, which Pod Security refuses at every level but privileged. A pod in the network of its node may need it.`,
          { severity: 'info' },
        );
        continue;
      }
      report(
        place,
        say`${subject} makes the kubelet call \`${host}\` rather than the pod. Remove the host.`,
        { fix: { title: say`Call the pod itself`, edits } },
      );
    }
  },
});
