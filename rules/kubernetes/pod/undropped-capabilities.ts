import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { keptCapabilities } from '../model/pod-security/capabilities';
import { subjectOf } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'undropped-capabilities',
  topic: 'B5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Container keeps capabilities that it may not need',
  why: 'A container starts with some fourteen capabilities, among them to change owners and users and to forge packets. A program that needs none should have none.',
  remedy: 'Drop `ALL`, and add back the one or two that the program needs.',
  aliases: ['CKV_K8S_37', 'KSV-0003'],
  references: [
    podSecurityStandards.restricted,
    cisKubernetes('5.2.9'),
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of keptCapabilities(pod, version)) {
      const { place, edits } = violation;
      report(
        place,
        place.exists
          ? say`${subjectOf(pod, violation)} drops some capabilities only. Drop ALL, and add back what it needs.`
          : say`${subjectOf(pod, violation)} keeps the default capabilities. Drop ALL, and add back what it needs.`,
        { fix: { title: say`Drop all capabilities`, edits } },
      );
    }
  },
});
