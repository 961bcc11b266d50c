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

  container(container, { report }) {
    const { pod, type } = container;
    const places = [podContext(pod, 'seccompProfile'), containerContext(container, 'seccompProfile')];
    if (type !== 'container' || pod.isPatch) return;
    if (places.some((place) => place.exists || isUnknown(place))) return;
    report(container, say`${container.title} has no seccomp profile, nor has its pod. Set RuntimeDefault.`);
  },
});
