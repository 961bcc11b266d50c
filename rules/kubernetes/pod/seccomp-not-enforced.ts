import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { effectiveSeccompType, seccompPodAnnotation } from '../model/security-context';

const allowed: ReadonlySet<string> = new Set(['RuntimeDefault', 'Localhost']);

export default kubernetesRule({
  id: 'seccomp-not-enforced',
  topic: 'B6',
  severity: 'info',
  profile: 'all',
  title: 'Container has no seccomp profile of the runtime or of its own',
  why: 'Without a filter every system call reaches the kernel.',
  remedy: 'Set `seccompProfile.type: RuntimeDefault` for the pod.',
  aliases: ['KSV-0030', 'kics:f377b83e-bd07-4f48-a591-60c82b14a78b'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const type = effectiveSeccompType(container);
    if (allowed.has(type.string ?? '') || isUnknown(type) || container.pod.isPatch) return;
    if (container.pod.annotations.get(seccompPodAnnotation).string === 'runtime/default') return;
    report(
      type,
      say`${container.title} has no seccomp profile of the runtime or of its own. Set RuntimeDefault.`,
    );
  },
});
