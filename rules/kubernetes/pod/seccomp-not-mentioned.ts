import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { containerContext, podContext } from '../model/security-context';

export default kubernetesRule({
  id: 'seccomp-not-mentioned',
  topic: 'B6',
  severity: 'info',
  profile: 'all',
  title: 'No seccomp profile is mentioned',
  why: 'Without a filter every system call reaches the kernel.',
  remedy: 'Set `seccompProfile.type: RuntimeDefault` for the pod.',
  aliases: ['kube-score:container-seccomp-profile'],
  references: [podSecurityStandards.restricted],

  pod(pod, { report }) {
    const places = [
      podContext(pod, 'seccompProfile'),
      ...pod.containers
        .filter(({ type }) => type === 'container')
        .map((container) => containerContext(container, 'seccompProfile')),
    ];
    if (places.some((place) => place.exists || isUnknown(place)) || pod.isPatch) return;
    report(pod, say`${pod.title} mentions no seccomp profile. Set RuntimeDefault.`);
  },
});
