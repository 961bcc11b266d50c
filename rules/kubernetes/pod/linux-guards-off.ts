import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import type { Container } from '../model/container';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import {
  appArmorAnnotation,
  containerContext,
  effectiveProfileType,
  podContext,
} from '../model/security-context';

export default kubernetesRule({
  id: 'linux-guards-off',
  topic: 'B8',
  severity: 'info',
  profile: 'all',
  title: 'None of the guards of Linux is on',
  why: 'AppArmor, seccomp, SELinux and dropped capabilities each take a part of the kernel out of reach.',
  remedy: 'Drop capabilities, and set `seccompProfile.type: RuntimeDefault`.',
  aliases: ['polaris:linuxHardening'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const { pod } = container;
    if (pod.isPatch || pod.os === 'windows' || container.type === 'ephemeral' || isGuarded(container)) return;
    report(
      container,
      say`${container.title} has none of seccomp, AppArmor, SELinux and dropped capabilities switched on. Switch one on.`,
    );
  },
});

const isGuarded = (container: Container): boolean =>
  container.pod.annotations.get(appArmorAnnotation(container)).exists ||
  hasProfile(container, 'seccompProfile') ||
  hasProfile(container, 'appArmorProfile') ||
  [containerContext(container, 'seLinuxOptions'), podContext(container.pod, 'seLinuxOptions')].some(
    (options) => options.fields.length > 0 || isUnknown(options),
  ) ||
  dropsMoreThanItAdds(containerContext(container, 'capabilities'));

function hasProfile(container: Container, profile: 'seccompProfile' | 'appArmorProfile'): boolean {
  const type = effectiveProfileType(container, profile);
  return isUnknown(type) || (type.exists && type.string !== 'Unconfined');
}

/** What is dropped comes back where all is added. */
const dropsMoreThanItAdds = (capabilities: Cursor): boolean =>
  isUnknown(capabilities) ||
  (capabilities.get('drop').items.length > 0 &&
    !capabilities.get('add').items.some((added) => /^all$/i.test(added.string ?? '')));
