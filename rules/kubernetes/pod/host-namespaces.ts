import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { hostNamespaces } from '../model/pod-security/host';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-namespaces',
  topic: 'B13',
  severity: 'error',
  profile: 'all',
  title: 'Pod shares namespaces of its node',
  why: 'The baseline of the Pod Security Standards forbids all of them.',
  remedy: 'Remove `hostNetwork`, `hostPID` and `hostIPC`, or set them to false.',
  aliases: ['psa:hostNamespaces'],
  references: [podSecurityStandards.baseline],
  fix: 'review',

  pod(pod, { report, version }) {
    const [first, ...others] = hostNamespaces(pod, version);
    if (!first) return;
    const keys = [first, ...others].map(({ place }) => place.name).join(', ');
    report(
      first.place,
      say`${subjectOf(pod, first)} shares namespaces of its node (${keys}), which baseline forbids. Set them to false.`,
      {
        fix: {
          title: say`Share no namespaces of the node`,
          edits: [...first.edits, ...others.flatMap(({ edits }) => edits)],
        },
      },
    );
  },
});
