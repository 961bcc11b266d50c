import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { appArmorAnnotation, containerContext, podContext } from '../model/security-context';

export default kubernetesRule({
  id: 'linux-hardening',
  topic: 'B8',
  severity: 'info',
  profile: 'all',
  title: 'None of the guards of Linux is asked for',
  why: 'AppArmor, seccomp, SELinux and dropped capabilities each take a part of the kernel out of reach.',
  remedy: 'Drop capabilities, and set `seccompProfile.type: RuntimeDefault`.',
  aliases: ['C-0055'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const { pod } = container;
    const guards = [
      ...['seccompProfile', 'seLinuxOptions', 'appArmorProfile'].flatMap((key) => [
        podContext(pod, key),
        containerContext(container, key),
      ]),
      containerContext(container, 'capabilities').get('drop'),
      pod.annotations.get(appArmorAnnotation(container)),
    ];
    if (guards.some((guard) => guard.exists || isUnknown(guard)) || pod.isPatch || pod.os === 'windows')
      return;
    report(
      container,
      say`${container.title} has none of seccomp, AppArmor, SELinux and dropped capabilities. Ask for one.`,
    );
  },
});
