import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { appArmorAnnotation } from '../model/security-context';

export default kubernetesRule({
  id: 'apparmor-annotation-unconfined',
  topic: 'B8',
  severity: 'warning',
  profile: 'all',
  title: 'An annotation switches AppArmor off',
  why: 'Without AppArmor nothing keeps a container from mounting and from /proc and /sys.',
  remedy: 'Remove the annotation.',
  aliases: ['kubesec:ApparmorUnconfined'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const annotation = container.pod.annotations.get(appArmorAnnotation(container));
    if (annotation.string === 'unconfined')
      report(annotation, say`${container.title} runs without AppArmor. Remove the annotation.`);
  },
});
