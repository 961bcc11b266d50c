import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { hostProbesAndHostLifecycle } from '../model/pod-security/host';
import { kubernetesRule } from '../model/rule';

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
      report(
        place,
        say`${subjectOf(pod, violation)} makes the kubelet call \`${place.string ?? ''}\` rather than the pod. Remove the host.`,
        { fix: { title: say`Call the pod itself`, edits } },
      );
    }
  },
});
