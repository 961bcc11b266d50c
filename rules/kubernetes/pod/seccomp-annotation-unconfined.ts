import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { remove } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';
import { seccompContainerAnnotation, seccompPodAnnotation } from '../model/security-context';

export default kubernetesRule({
  id: 'seccomp-annotation-unconfined',
  topic: 'B6',
  severity: 'info',
  profile: 'all',
  title: 'An annotation switches seccomp off',
  why: 'From Kubernetes 1.19 on the annotation is not read; before it, every system call reaches the kernel.',
  remedy: 'Remove the annotation, and set `seccompProfile.type: RuntimeDefault`.',
  aliases: ['kubesec:SeccompUnconfined'],
  references: [podSecurityStandards.restricted],
  fix: 'review',

  pod(pod, { report }) {
    const names = [seccompPodAnnotation, ...pod.containers.map(seccompContainerAnnotation)];
    for (const name of names) {
      const annotation = pod.annotations.get(name);
      if (annotation.string === 'unconfined')
        report(
          annotation,
          say`${pod.title} switches seccomp off by an annotation. Remove it, and set the field.`,
          {
            fix: { title: say`Remove the annotation`, edits: [remove(annotation)] },
          },
        );
    }
  },
});
