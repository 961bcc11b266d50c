import { say } from '../../message';
import { kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { procMount } from '../model/pod-security/privileges';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'unmasked-proc',
  topic: 'B4',
  severity: 'error',
  profile: 'recommended',
  title: 'Container sees all of /proc',
  why: 'The runtime hides the parts of /proc that show or change the kernel. Unmasked, root in the container can use them against the node.',
  remedy: 'Remove `procMount`, or give the pod a user namespace of its own with `hostUsers: false`.',
  aliases: ['psa:procMount'],
  references: [
    podSecurityStandards.baseline,
    kubernetesDocs('concepts/workloads/pods/user-namespaces/', 'User namespaces'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of procMount(pod, version)) {
      const { place, edits } = violation;
      report(
        place,
        place.string === 'Unmasked'
          ? say`${subjectOf(pod, violation)} sees all of /proc, so root in it can change the kernel's settings. Remove procMount.`
          : say`${subjectOf(pod, violation)} sets procMount to \`${place.string ?? ''}\`, which Kubernetes does not know. Remove it.`,
        { fix: { title: say`Remove procMount`, edits } },
      );
    }
  },
});
