import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { containerContext, podContext } from '../model/security-context';

const usual: ReadonlySet<string> = new Set(['container_t', 'container_init_t', 'container_kvm_t']);

export default kubernetesRule({
  id: 'custom-selinux-options',
  topic: 'B8',
  severity: 'info',
  profile: 'all',
  title: 'SELinux options other than the usual',
  why: 'Another type, user or role takes a container out of the confinement for containers.',
  remedy: 'Remove the option.',
  aliases: ['KSV-0025'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    const options = [
      podContext(pod, 'seLinuxOptions'),
      ...pod.containers.map((container) => containerContext(container, 'seLinuxOptions')),
    ];
    const custom = options.flatMap((option) => [
      ...[option.get('type')].filter(({ string }) => string !== undefined && !usual.has(string)),
      ...[option.get('user'), option.get('role')].filter(
        ({ string }) => string !== undefined && string !== '',
      ),
    ]);
    for (const option of custom)
      report(option, say`${pod.title} sets the SELinux ${option.name} to another than the usual. Remove it.`);
  },
});
