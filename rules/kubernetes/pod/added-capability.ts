import { capabilityDangers } from '../../data/capabilities';
import { baselineCapabilities } from '../../data/pod-security';
import { say } from '../../message';
import { cisKubernetes, podSecurityStandards } from '../../references';
import { baselineAdded, capabilityName } from '../model/pod-security/capabilities';
import { subjectOf } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'added-capability',
  topic: 'B5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Container adds a capability that baseline forbids',
  why: 'Each capability is a part of the power of root. Those outside of the default set reach the kernel, the network or other processes of the node.',
  remedy:
    'Remove it, or give the container the narrower thing that it needs. Write names in capitals, without `CAP_`.',
  aliases: ['psa:capabilities_baseline'],
  references: [
    podSecurityStandards.baseline,
    cisKubernetes('5.2.8'),
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of baselineAdded(pod, version)) {
      const { place, edits } = violation;
      const name = capabilityName(place.string ?? '');
      const danger = capabilityDangers[name];
      const subject = subjectOf(pod, violation);
      if (baselineCapabilities.has(name))
        report(
          place,
          say`${subject} adds \`${place.string ?? ''}\`, a name that Pod Security does not know. Write ${name}.`,
          {
            fix: { title: say`Write ${name}`, edits },
          },
        );
      else
        report(
          place,
          danger
            ? say`${subject} adds ${name}, with which a process can ${danger.lets}. Remove it.`
            : say`${subject} adds \`${place.string ?? ''}\`, which is not among the capabilities that baseline allows. Remove it.`,
          {
            severity: danger?.escapes ? 'error' : 'warning',
            fix: { title: say`Remove ${name}`, edits },
          },
        );
    }
  },
});
