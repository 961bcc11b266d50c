import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { appArmorAnnotation } from '../model/security-context';

export default kubernetesRule({
  id: 'apparmor-annotation-not-default',
  topic: 'B8',
  severity: 'info',
  profile: 'all',
  title: 'An annotation asks for another AppArmor profile than the default',
  why: 'The profile of the runtime is the one that is known to protect.',
  remedy: 'Set the annotation to `runtime/default`, or remove it.',
  aliases: ['KSV-0002'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const annotation = container.pod.annotations.get(appArmorAnnotation(container));
    if (annotation.string === undefined || annotation.string === 'runtime/default') return;
    report(
      annotation,
      say`${container.title} asks for another AppArmor profile than the default. Remove it.`,
    );
  },
});
