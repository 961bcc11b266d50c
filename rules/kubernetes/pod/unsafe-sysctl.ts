import { safeSysctls } from '../../data/pod-security';
import { say } from '../../message';
import { kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { sysctls } from '../model/pod-security/host';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'unsafe-sysctl',
  topic: 'B13',
  severity: 'warning',
  profile: 'recommended',
  title: 'Pod sets a kernel setting that is not safe',
  why: 'Settings that are not kept apart for each pod reach other pods, or weaken the node. The kubelet refuses most of them unless it is told otherwise.',
  remedy: 'Remove it, or set it on the nodes that need it.',
  aliases: ['psa:sysctls', 'KSV-0026'],
  references: [
    podSecurityStandards.baseline,
    kubernetesDocs('tasks/administer-cluster/sysctl-cluster/', 'Using sysctls'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of sysctls(pod, version)) {
      const { place, edits } = violation;
      const name = place.get('name').string ?? '';
      const since = safeSysctls[name];
      report(
        place.get('name'),
        since === undefined
          ? say`${subjectOf(pod, violation)} sets the sysctl \`${name}\`, which is not safe to share with other pods. Remove it.`
          : say`${subjectOf(pod, violation)} sets the sysctl \`${name}\`, which baseline allows from Kubernetes 1.${since} on. Remove it.`,
        { fix: { title: say`Remove the sysctl`, edits } },
      );
    }
  },
});
