import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { appArmorAnnotation, containerContext, podContext } from '../model/security-context';

export default kubernetesRule({
  id: 'apparmor-unset',
  topic: 'B8',
  severity: 'info',
  profile: 'all',
  title: 'No AppArmor profile is asked for',
  why: 'Where the node does not confine containers by itself, nothing keeps them from mounting and from /proc and /sys.',
  remedy: 'Set `appArmorProfile.type: RuntimeDefault` for the pod.',
  aliases: ['kics:8b36775e-183d-4d46-b0f7-96a6f34a723f'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const places = [
      container.pod.annotations.get(appArmorAnnotation(container)),
      containerContext(container, 'appArmorProfile'),
      podContext(container.pod, 'appArmorProfile'),
    ];
    if (places.some((place) => place.exists || isUnknown(place)) || container.pod.isPatch) return;
    report(container, say`${container.title} asks for no AppArmor profile. Set RuntimeDefault.`);
  },
});
