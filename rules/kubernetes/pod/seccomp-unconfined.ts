import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { effectiveSeccompType } from '../model/security-context';

export default kubernetesRule({
  id: 'seccomp-unconfined',
  topic: 'B6',
  severity: 'info',
  profile: 'all',
  title: 'The seccomp profile of a container is Unconfined',
  why: 'Without a filter every system call reaches the kernel.',
  remedy: 'Set `seccompProfile.type: RuntimeDefault`.',
  aliases: ['kubesec:SeccompUnconfined'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const type = effectiveSeccompType(container);
    if (type.string === 'Unconfined')
      report(type, say`${container.title} switches the seccomp filter off. Set RuntimeDefault.`);
  },
});
