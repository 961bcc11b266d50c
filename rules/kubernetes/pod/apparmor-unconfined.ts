import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { effectiveProfileType } from '../model/security-context';

export default kubernetesRule({
  id: 'apparmor-unconfined',
  topic: 'B8',
  severity: 'warning',
  profile: 'all',
  title: 'The AppArmor profile of a container is Unconfined',
  why: 'Without AppArmor nothing keeps a container from mounting and from /proc and /sys.',
  remedy: 'Set `appArmorProfile.type: RuntimeDefault`.',
  aliases: ['kubesec:ApparmorUnconfined'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const type = effectiveProfileType(container, 'appArmorProfile');
    if (type.string === 'Unconfined')
      report(type, say`${container.title} runs without AppArmor. Set RuntimeDefault.`);
  },
});
