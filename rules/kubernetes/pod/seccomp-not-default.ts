import { say } from '../../message';
import { cisKubernetes, podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { containerContext, podContext, seccompPodAnnotation } from '../model/security-context';

export default kubernetesRule({
  id: 'seccomp-not-default',
  topic: 'B6',
  severity: 'info',
  profile: 'all',
  title: 'Pod does not have the default seccomp profile',
  why: 'The profile of the runtime is the one that is known to work and to protect.',
  remedy: 'Set `seccompProfile.type: RuntimeDefault` for the pod.',
  aliases: ['CKV_K8S_31'],
  references: [podSecurityStandards.restricted, cisKubernetes('5.7.2')],

  pod(pod, { report }) {
    const type = podContext(pod, 'seccompProfile').get('type');
    if (isUnknown(type) || pod.isPatch || type.string === 'RuntimeDefault') return;
    const others = pod.containers.filter(
      (container) =>
        container.type === 'container' &&
        containerContext(container, 'seccompProfile').get('type').string !== 'RuntimeDefault',
    );
    const annotation = pod.annotations.get(seccompPodAnnotation).string ?? '';
    if (!type.exists && (others.length === 0 || /(?:docker|runtime)\/default/.test(annotation))) return;
    report(
      type.exists ? type : pod,
      say`${pod.title} does not have the default seccomp profile. Set RuntimeDefault.`,
    );
  },
});
