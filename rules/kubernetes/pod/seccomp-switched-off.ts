import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { effectiveSeccompType, seccompContainerAnnotation } from '../model/security-context';

const allowed: ReadonlySet<string> = new Set(['RuntimeDefault', 'Localhost']);

export default kubernetesRule({
  id: 'seccomp-switched-off',
  topic: 'B6',
  severity: 'info',
  profile: 'all',
  title: 'Container has no seccomp profile in a field or an annotation of its own',
  why: 'Without a filter every system call reaches the kernel.',
  remedy: 'Set `seccompProfile.type: RuntimeDefault`.',
  aliases: ['KSV-0104'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const type = effectiveSeccompType(container);
    const annotation = container.pod.annotations.get(seccompContainerAnnotation(container));
    if (allowed.has(type.string ?? '') || isUnknown(type) || container.pod.isPatch) return;
    if (!type.exists && annotation.exists && annotation.string !== 'unconfined') return;
    report(type, say`${container.title} has no seccomp profile. Set RuntimeDefault.`);
  },
});
